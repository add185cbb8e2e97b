import type { ExampleQuery } from './example-query.js';

/** What those ask who write, review or keep an eye on things. */
export const OWN: readonly ExampleQuery[] = [
  {
    title: 'Apa kabar pengalaman saya?',
    query: `# Apa kabar pengalaman saya?
# Masuk dahulu; kotak masuk hanya milik Anda.
query KotakMasuk {
  viewer {
    unreadNotifications
    notifications(first: 10) {
      nodes {
        createdAt
        message
        reason
        isRead
        experience { code title status }
        recommendation { number status }
      }
    }
  }
}
`,
  },
  {
    title: 'Apa yang berubah sekarang juga?',
    query: `# Apa yang berubah sekarang juga?
# Jalankan dan biarkan: setiap perubahan muncul
# di kanan, sejauh Anda boleh melihatnya.
# "di" dapat diganti, misalnya "73.71".
subscription PerubahanPengalaman($di: String) {
  experienceChanged(under: $di) {
    code
    title
    status
    satker { code name }
  }
}
`,
    variables: { di: '73' },
  },
];
