import type { ExampleQuery } from './example-query.js';

/** What is recommended, and what became of it. */
export const RECOMMENDATIONS: readonly ExampleQuery[] = [
  {
    title: 'Rekomendasi mana yang lewat tenggat?',
    query: `# Rekomendasi mana yang lewat tenggat?
# "under" berarti satker itu dan semua di bawahnya;
# 73 = KPU Provinsi Sulawesi Selatan.
query LewatTenggat($satker: String) {
  recommendations(
    filter: { isOverdue: true, addressee: { under: $satker } }
    orderBy: [{ field: PRIORITY, direction: DESC }, { field: DUE_DATE }]
    first: 10
  ) {
    totalCount
    nodes {
      number
      text
      status
      priority
      dueDate
      addressees { role satker { name } organisation }
      followUps { action progress isOverdue }
      experience { code isDemo }
    }
  }
}
`,
    variables: { satker: '73' },
  },
  {
    title: 'Sudahkah rekomendasi dilaksanakan?',
    query: `# Sudahkah rekomendasi dilaksanakan?
# Buktinya pada "followUps", penilaian pusat pada
# "assessments". Ubah "penyebab" di bagian Variables.
query SudahDilaksanakan($penyebab: String) {
  recommendations(
    filter: {
      status: { in: [REPORTED_DONE, VERIFIED] }
      cause: { eq: $penyebab }
    }
    first: 10
  ) {
    totalCount
    nodes {
      number
      text
      reportedDoneAt
      verifiedAt
      obstacles { text }
      followUps { action evidence doneOn }
      assessments { fulfilment note }
      experience { code isDemo }
    }
  }
}
`,
    variables: { penyebab: 'IT_SYSTEM' },
  },
];
