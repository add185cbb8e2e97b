import type { ExampleQuery } from './example-query.js';

/** What there is to ask by. */
export const REFERENCE: readonly ExampleQuery[] = [
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
];
