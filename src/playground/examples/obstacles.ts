import type { ExampleQuery } from './example-query.js';

/** What went wrong, where, and how often. */
export const OBSTACLES: readonly ExampleQuery[] = [
  {
    title: 'Kendala apa yang dikenal pada tahapan pemungutan suara?',
    query: `# Kendala apa yang dikenal pada tahapan
# pemungutan suara (PEMILU-09)?
# "isDemo: true" berarti data peragaan,
# bukan laporan satker yang sebenarnya.
query KendalaPungutSuara($tahapan: String) {
  obstacles(
    filter: { stage: { eq: $tahapan } }
    first: 10
  ) {
    totalCount
    nodes {
      text
      cause { name }
      likelihood
      impact
      riskScore
      regulated
      experience {
        code
        title
        isDemo
        satker { name }
      }
    }
  }
}
`,
    variables: { tahapan: 'PEMILU-09' },
  },
  {
    title: 'Kendala per tahapan × provinsi',
    query: `# Berapa kendala pada tiap tahapan di tiap provinsi?
# "filter" tiap kelompok dapat dipakai apa adanya pada
# obstacles(filter: ...) untuk melihat barisnya.
query KendalaPerTahapanProvinsi($saring: ObstacleFilter) {
  obstacleStats(
    filter: $saring
    groupBy: [STAGE, PROVINCE]
  ) {
    asOf
    totalCount
    satkerCount
    bucketCount
    buckets(first: 20) {
      keys { dimension value label }
      count
      satkerCount
      maxRisk
      filter
    }
  }
}
`,
    variables: { saring: { cycle: { eq: 'PEMILU-2024' } } },
  },
  {
    title: 'Matriks risiko',
    query: `# Seberapa sering kendala yang belum diatur,
# menurut kemungkinan dan dampaknya?
query MatriksRisiko {
  riskMatrix(
    filter: { regulated: { eq: UNREGULATED } }
  ) {
    totalCount
    cells { likelihood impact band count }
    unassessed { count }
  }
}
`,
  },
  {
    title: 'Cakupan pelaporan',
    query: `# Satker mana di bawah provinsi ini yang sudah
# mengirim pengalaman, dan mana yang belum?
query CakupanPelaporan($provinsi: String) {
  coverage(under: $provinsi, cycle: "PEMILU-2024") {
    unitCount
    reportedCount
    silentCount
    stages {
      stage { code name }
      reportedCount
      silentCount
    }
    belum: satkers(reported: false) {
      totalCount
      nodes { satker { code name } }
    }
  }
}
`,
    variables: { provinsi: '73' },
  },
];
