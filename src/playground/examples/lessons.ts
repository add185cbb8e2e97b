import type { ExampleQuery } from './example-query.js';

/** What recurs, and what was learned from it. */
export const LESSONS: readonly ExampleQuery[] = [
  {
    title: 'Kendala apa yang terulang di banyak satker?',
    query: `# Kendala apa yang terulang di banyak satker,
# dan apakah terulang setelah dilaporkan selesai?
# "filter" dapat dipakai pada obstacles apa adanya.
query KendalaBerulang($tahapan: String) {
  recurrence(filter: { stage: { eq: $tahapan } }) {
    patternCount
    patterns(first: 5) {
      pattern { code label reason }
      count
      satkerCount
      firstSeen
      lastSeen
      afterDone { since count filter }
      appearances(first: 5) {
        satker { name }
        cycle { code }
        year
        count
      }
    }
  }
}
`,
    variables: { tahapan: 'PEMILU-09' },
  },
  {
    title: 'Apa pelajarannya, dan apa tindak lanjutnya?',
    query: `# Rantai lengkap: sumber → kendala → pelajaran
# → rekomendasi → tindak lanjut → hasil.
# "isDemo: true" berarti data peragaan.
query RantaiPelajaran {
  lessons(filter: { isMerged: false }, first: 5) {
    nodes {
      code
      title
      status
      isDemo
      practice
      strength { score satkerCount cycleCount contradicting }
      sources(first: 5) {
        relation
        obstacle {
          text
          experience { code satker { name } }
          recommendations {
            number
            status
            followUps { action progress }
            assessments { fulfilment }
          }
        }
        statement { gist }
        sourceDocument { title url }
      }
      applications { outcome satker { name } }
    }
  }
}
`,
  },
];
