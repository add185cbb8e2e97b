/** What the search says of its answers. */
export const OF_SEARCH = {
  SEARCH_RELAXED: {
    id: 'Tidak cukup hasil yang memuat semua kata; ini yang memuat sebagian besarnya.',
    en: 'Too little has all the words; this has most of them.',
  },
  SEARCH_BROAD: {
    id: 'Lebih dari {count} hasil: yang cocok pada judul dahulu, lalu yang terbaru. Tambah kata untuk mempersempit.',
    en: 'More than {count} hits: titles that match first, then the newest. Add words to narrow it down.',
  },
  SYNONYM_FORMS: {
    id: 'Tulis dua sampai {max} bentuk yang berbeda, masing-masing paling banyak delapan kata.',
    en: 'Give two to {max} different forms of at most eight words each.',
  },
};
