import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Projections } from '../audit/projections.service.js';
import { askForJson } from '../database/run-statement.js';
import { Vocabulary } from './asking/vocabulary.js';
import { SearchHitResolver, SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';
import { SimilarExperiences } from './similar-experiences.js';
import { SimilarResolver } from './similar.resolver.js';
import { SynonymsResolver } from './synonyms.resolver.js';
import { SynonymsService } from './synonyms.service.js';

@Module({
  providers: [
    {
      provide: Vocabulary,
      inject: [DataSource, Projections],
      useFactory: (dataSource: DataSource, projections: Projections) =>
        new Vocabulary(
          (statement) => askForJson(dataSource, statement),
          () => projections.caughtUp(),
        ),
    },
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
