import type { ExampleQuery } from './example-query.js';

/** Words that are looked for in everything. */
export const SEARCH: readonly ExampleQuery[] = [
  {
    title: 'Apa kendala distribusi logistik?',
    query: `# Apa kendala distribusi logistik?
# Kata dicari dalam segala bentuknya; "frasa",
# OR, dan -bukan juga dipahami. Bila ada kata
# yang salah ketik, lihat "didYouMean".
query Cari($tanya: String!) {
  search(query: $tanya, first: 10) {
    totalCountText
    note
    didYouMean
    facets(dimensions: [STAGE, PROVINCE]) {
      dimension
      values { value label count }
    }
    nodes {
      type
      score
      highlight { field parts { text isMatch } }
      node {
        ... on Experience { code title satker { name } }
        ... on Obstacle { text }
        ... on Recommendation { number text }
      }
    }
  }
}
`,
    variables: { tanya: 'kendala distribusi logistik' },
  },
];
