import { createUnionType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../common/read/generated-types.js';
import { SOURCES } from './documents/sources.js';
import { SearchDimension, SearchRanking, SearchType } from './search.enums.js';

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Data yang ditemukan. / A record that was found.',
  types: () => SOURCES.map(({ entity }) => entity) as never,
});

@ObjectType({ description: 'Sepotong teks. / A piece of a text.' })
export class SearchPart {
  @Field(() => String, { description: 'Teksnya, tanpa markah apa pun. / Plain text, no markup.' })
  text: string;

  @Field(() => Boolean, { description: 'Bagian yang cocok, juga bentuk berimbuhan. / What matched, in any form.' })
  isMatch: boolean;
}

@ObjectType({ description: 'Cuplikan bidang yang cocok. / What a field says where it matches.' })
export class SearchHighlight {
  @Field(() => String, { description: 'Bidang, misalnya title atau satker. / The field.' })
  field: string;

  @Extensions({ rows: 5 })
  @Field(() => [SearchPart], { description: 'Cuplikan, potongan demi potongan. / The snippet in its pieces.' })
  parts: SearchPart[];
}

@ObjectType({ description: 'Satu hasil pencarian dan mengapa ia ditemukan. / One hit, and why it was found.' })
export class SearchHit {
  @Field(() => SearchType, { description: 'Jenis datanya. / What it is.' })
  type: SearchType;

  @Field(() => Float, {
    description:
      '0–1: seberapa cocok; di atas 1 memuat seluruh frasa, di atas 2 bernama persis demikian; 0 bila tidak diurutkan menurut kecocokan. / How well it matches.',
  })
  score: number;

  @Field(() => [String], { description: 'Bidang yang cocok. / Fields that match.' })
  matchedFields: string[];

  @Extensions({ rows: 3 })
  @Field(() => [SearchHighlight], { description: 'Cuplikan, paling banyak tiga bidang. / Snippets of three fields.' })
  highlight: SearchHighlight[];
}

@ObjectType({ description: 'Satu hasil dalam halaman. / One hit of a page.' })
export class SearchEdge {
  @Field(() => String, { description: 'Kursor butir ini. / The cursor of this hit.' })
  cursor: string;

  @Field(() => SearchHit, { description: 'Hasilnya. / The hit.' })
  node: SearchHit;
}

@ObjectType({ description: 'Satu nilai dan jumlahnya. / A value and how many hits have it.' })
export class SearchFacetValue {
  @Field(() => String, { description: 'Nilai untuk filter. / The value as the filter takes it.' })
  value: string;

  @Field(() => String, { description: 'Nama untuk dibaca. / A name to read.' })
  label: string;

  @Field(() => Int, { description: 'Jumlah hasil. / Hits.' })
  count: number;
}

@ObjectType({ description: 'Hasil yang dihitung menurut satu segi. / Hits counted by one dimension.' })
export class SearchFacet {
  @Field(() => SearchDimension, { description: 'Segi. / The dimension.' })
  dimension: SearchDimension;

  @Field(() => Boolean, {
    description: 'Dihitung dari semua hasil; bila tidak, dari seribu yang terbaru. / Counted over all hits.',
  })
  isExact: boolean;

  @Field(() => [SearchFacetValue], { description: 'Nilai, terbanyak dahulu. / Values, most frequent first.' })
  values: SearchFacetValue[];
}

@ObjectType({ description: 'Hasil pencarian. / What a search found.' })
export class SearchConnection {
  @Field(() => [SearchHit], { description: 'Hasil halaman ini. / The hits of this page.' })
  nodes: SearchHit[];

  @Field(() => [SearchEdge], { description: 'Hasil dengan kursornya. / The hits with their cursors.' })
  edges: SearchEdge[];

  @Field(() => PageInfo, { description: 'Letak halaman. / Where the page lies.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'Jumlah hasil; lihat totalCountIsExact. / Hits; a lower bound if not exact.',
  })
  totalCount: number;

  @Field(() => Boolean, { description: 'false: ada lebih banyak lagi. / false: there are more than that.' })
  totalCountIsExact: boolean;

  @Field(() => String, { description: 'Jumlah untuk dibaca, misalnya 1.000+. / The count to read.' })
  totalCountText: string;

  @Field(() => SearchRanking, { description: 'Urutan yang dipakai. / The order in use.' })
  ranking: SearchRanking;

  @Field(() => Boolean, {
    description: 'Tidak semua kata ditemukan bersama; ini memuat sebagian besarnya. / Hits have most of the words.',
  })
  relaxed: boolean;

  @Field(() => String, { nullable: true, description: 'Keterangan untuk dibaca. / A remark to read.' })
  note: string | null;
}
