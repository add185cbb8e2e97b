import { queriesOfOnesOwn } from './queries-of-ones-own.js';
import type { ExampleQuery } from './example-query.js';

const EVENT = 'rakornas-berbagi-pengalaman-2025';

/** Questions that people ask about the first Rakornas, in the order of the tabs. */
export const exampleQueries: readonly ExampleQuery[] = [
  {
    title: 'Apa itu Rakornas Juli 2025?',
    query: `# Apa itu Rakornas Juli 2025?
# Tekan ▶ atau Ctrl+Enter untuk menjalankannya.
query ApaItuRakornas {
  event(slug: "${EVENT}") {
    title
    theme
    startDate
    endDate
    mode
    venue
    organiser { code name }
    participation(first: 1) { totalCount }
    awardCategories { stage { code name } }
    sources { title publisher url }
  }
}
`,
  },
  {
    title: 'Siapa saja yang berbicara, dan apa intinya?',
    query: `# Siapa saja yang berbicara, dan apa intinya?
# "gist" adalah inti pernyataan, bukan kutipan;
# sumbernya disebut pada "citations".
query SiapaBerbicara {
  event(slug: "${EVENT}") {
    appearances {
      role
      position
      person { name aliases }
    }
    statements {
      gist
      appearance { role person { name } }
      citations { source { title publisher url } }
    }
  }
}
`,
  },
  {
    title: 'Satker mana yang ikut serta?',
    query: `# Satker mana yang ikut serta?
# Ubah "jumlah" (1–100) di bagian Variables.
query SatkerPeserta($jumlah: Int) {
  event(slug: "${EVENT}") {
    participation(first: $jumlah) {
      totalCount
      nodes {
        satker { code name }
        mode
        status
      }
    }
  }
}
`,
    variables: { jumlah: 20 },
  },
  {
    title: 'Apa yang tidak disepakati sumber-sumber?',
    query: `# Apa yang tidak disepakati sumber-sumber?
# Setiap "claim" adalah nilai menurut satu sumber;
# tidak ada yang ditimpa diam-diam.
# "reason": mengapa "curatedValue" dipilih.
query BedaSumber {
  event(slug: "${EVENT}") {
    title
    conflicts {
      field
      status
      curatedValue
      reason
      claims {
        value
        note
        source { publisher title url }
      }
    }
  }
}
`,
  },
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
  {
    title: 'Penghargaan apa yang ada pada setiap tahapan?',
    query: `# Penghargaan apa yang ada pada setiap tahapan?
# "awards" yang kosong berarti: pemenangnya
# tidak disebut oleh sumber mana pun.
query Penghargaan {
  event(slug: "${EVENT}") {
    awardCategories {
      stage { code name }
      awards { rank satker { name } }
    }
  }
}
`,
  },
  {
    title: 'Cari satker dengan nama atau alias',
    query: `# Satker mana yang bernama atau beralias ini?
# Ubah "nama" di bagian Variables. Nama tanpa
# "Kabupaten" atau "Kota" bisa berarti dua satker.
query CariSatker($nama: String!) {
  satkerLookup(name: $nama) {
    isAmbiguous
    message
    matches { code name aliases parent { name } }
  }
  satkers(filter: { text: $nama }) {
    totalCount
    nodes { code name }
  }
}
`,
    variables: { nama: 'KPU Bandung' },
  },
  {
    title: 'Tahapan apa saja yang ada, dan kapan?',
    query: `# Tahapan apa saja yang ada, dan kapan?
query TahapanPemilu {
  electionCycles {
    code
    name
    stages { code name startDate endDate }
  }
}
`,
  },
  ...queriesOfOnesOwn,
];
