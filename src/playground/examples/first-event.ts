import type { ExampleQuery } from './example-query.js';

const EVENT = 'rakornas-berbagi-pengalaman-2025';

/** What people ask about the first Rakornas. */
export const FIRST_EVENT: readonly ExampleQuery[] = [
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
];
