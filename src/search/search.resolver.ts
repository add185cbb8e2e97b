import { Args, Extensions, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, CurrentLocale, type Actor } from '../common/access.js';
import { typesOf } from '../common/read/generated-types.js';
import type { Locale } from '../common/messages.js';
import type { Hit } from './asking/hits.js';
import { SearchDocument } from './search-document.entity.js';
import { SearchDimension, SearchRanking, SearchType } from './search.enums.js';
import { SearchService } from './search.service.js';
import { SearchConnection, SearchFacet, SearchHit, SearchResult } from './search.types.js';

type Answered = Awaited<ReturnType<SearchService['search']>>;

@Resolver(() => SearchConnection)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Allow('knowledge.read')
  @Extensions({ work: 300 })
  @Query(() => SearchConnection, {
    description:
      'Mencari dalam semua yang boleh Anda lihat: kata dalam segala bentuknya, "frasa", OR, -bukan, dan awal kata yang sedang diketik. / Searches everything you may see: words in all their forms, "phrases", OR, -minus, and beginnings of words.',
  })
  search(
    @Args('query', { description: 'Yang dicari; 300 karakter pertama dibaca. / What to look for.' }) query: string,
    @Args('types', { type: () => [SearchType], nullable: true, description: 'Hanya jenis ini. / Only these types.' })
    types: SearchType[] | null,
    @Args('filter', {
      type: () => typesOf(SearchDocument).filter,
      nullable: true,
      description: 'Saring. / Which hits.',
    })
    _filter: object | null,
    @Args('first', { type: () => Int, nullable: true, description: '1–100, bawaan 20. / Default 20.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'Kursor: setelah ini. / After this cursor.' })
    after: string | null,
    @Args('ranking', { type: () => SearchRanking, nullable: true, description: 'Urutan; bawaan RELEVANCE. / Order.' })
    ranking: SearchRanking | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: Locale,
  ) {
    return this.service.search(info, actor, locale, { query, types, first, after, ranking });
  }

  @Extensions({ rows: 3 })
  @ResolveField(() => [String], {
    description: 'Mungkin ini yang dimaksud; pertanyaan yang menemukan sesuatu. / Questions that find something.',
  })
  didYouMean(@Parent() answered: Answered): Promise<string[]> {
    return answered.suggest();
  }

  @Extensions({ rows: 8 })
  @ResolveField(() => [SearchFacet], {
    description: 'Jumlah hasil menurut segi, di bawah filter yang sama. / Hits counted under the same filter.',
  })
  facets(
    @Parent() answered: Answered,
    @Args('dimensions', { type: () => [SearchDimension], nullable: true, description: 'Hanya segi ini. / Only these.' })
    dimensions: SearchDimension[] | null,
  ): SearchFacet[] {
    return answered.countBy(dimensions);
  }
}

@Resolver(() => SearchHit)
export class SearchHitResolver {
  @ResolveField(() => SearchResult as never, { nullable: true, description: 'Datanya. / The record.' })
  node(@Parent() hit: Hit, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return hit.node(info);
  }
}
