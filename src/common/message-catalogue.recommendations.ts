/** What is said about recommendations and the work on them. */
export const OF_RECOMMENDATIONS = {
  IN_PAST: { id: 'Paling awal hari ini, {today}.', en: 'Not before today, {today}.' },
  EXPERIENCE_UNPUBLISHED: {
    id: 'Pengalamannya belum diterbitkan.',
    en: 'Its experience is not published yet.',
  },
  NOT_ADDRESSED: {
    id: 'Rekomendasi ini tidak ditujukan kepada satker Anda.',
    en: 'This recommendation is not addressed to your unit.',
  },
  EVIDENCE_REQUIRED: {
    id: 'Lengkapi salah satu tindak lanjut dengan bukti, atau isi alasan mengapa tanpa bukti.',
    en: 'Give one of the follow-ups evidence, or a reason why there is none.',
  },
  LEAD_REQUIRED: {
    id: 'Sebutkan sedikitnya satu penanggung jawab (LEAD).',
    en: 'Name at least one addressee who answers for it (LEAD).',
  },
  ONE_DOER: {
    id: 'Isi salah satu: satker atau organisation.',
    en: 'Give either satker or organisation.',
  },
  DONE_BELOW_100: {
    id: 'Yang sudah selesai kemajuannya 100.',
    en: 'What is done has a progress of 100.',
  },
  NOT_ASSESSABLE: {
    id: 'Tidak dapat dinilai pada tahap {status}; hanya pada {allowed}.',
    en: 'It cannot be assessed while its status is {status}, only in {allowed}.',
  },
  OWN_WORK: {
    id: 'Anda ikut mencatat tindak lanjutnya atau melaporkannya selesai; mintalah analis lain menilainya.',
    en: 'You recorded its follow-ups or reported it done; ask another analyst to assess it.',
  },
} satisfies Record<string, Record<'id' | 'en', string>>;
