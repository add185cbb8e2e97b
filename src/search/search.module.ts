import { Module } from '@nestjs/common';
import { SearchHitResolver, SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';
import { SimilarExperiences } from './similar-experiences.js';
import { SimilarResolver } from './similar.resolver.js';
import { SynonymsResolver } from './synonyms.resolver.js';
import { SynonymsService } from './synonyms.service.js';

@Module({
  providers: [
    SearchService,
    SearchResolver,
    SearchHitResolver,
    SimilarExperiences,
    SimilarResolver,
    SynonymsService,
    SynonymsResolver,
  ],
})
export class SearchModule {}
