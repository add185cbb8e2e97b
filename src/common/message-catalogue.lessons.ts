/** What is said about lessons. */
export const OF_LESSONS = {
  LESSON_INCOMPLETE: {
    id: 'Isi dahulu sebelum disahkan.',
    en: 'Fill this in before it is endorsed.',
  },
  LESSON_NOT_PROVEN: {
    id: 'Belum ada bukti: perlu satu penerapan yang membantu (HELPED), atau pengalaman terbit dari dua satker yang mendukung; baru {units}.',
    en: 'There is no evidence yet: one application that helped (HELPED), or published experiences of two units that support it; so far {units}.',
  },
  LESSON_MERGED: {
    id: 'Pelajaran ini sudah digabung ke {code}; pisahkan dahulu.',
    en: 'This lesson was merged into {code}; unmerge it first.',
  },
  LESSON_NOT_MERGED: { id: 'Pelajaran ini tidak sedang digabung.', en: 'This lesson is not merged into another.' },
  LESSON_HOLDS_OTHERS: {
    id: 'Pelajaran lain digabung ke sini ({codes}); pisahkan dahulu.',
    en: 'Other lessons were merged into this one ({codes}); unmerge them first.',
  },
  LESSON_STATUS: {
    id: 'Pelajaran {code} berada pada keadaan {status}; hanya dapat bila {allowed}.',
    en: 'Lesson {code} has the status {status}; it has to be {allowed}.',
  },
  SAME_LESSON: { id: 'Harus pelajaran yang lain.', en: 'It has to be another lesson.' },
  SOURCE_KIND: {
    id: 'Sumber harus pengalaman, kendala, pernyataan, atau dokumen yang ada.',
    en: 'A source has to be an experience, an obstacle, a statement or a document that exists.',
  },
  SOURCE_LINKED: {
    id: 'Sudah menjadi sumber pelajaran ini ({relation}).',
    en: 'It is a source of this lesson already ({relation}).',
  },
  APPLICATION_RECORDED: {
    id: 'Satker Anda sudah mencatat penerapan pada siklus ini; ubah catatan itu.',
    en: 'Your unit has recorded this for that cycle; change what it recorded.',
  },
  NOT_APPLIED_DATE: {
    id: 'Kosongkan bila tidak dapat diterapkan.',
    en: 'Leave it empty where the lesson cannot be applied.',
  },
} satisfies Record<string, Record<'id' | 'en', string>>;
