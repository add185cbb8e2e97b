/** Stems and phrases by which units say that something worked, and those by which they take it back. */
const WORKED = [
  'teratasi',
  'tertangani',
  'terselesaikan',
  'berhasil',
  'tercapai',
  'lancar',
  'normal',
  'tepat waktu',
  'sesuai jadwal',
  'sesuai rencana',
  'dapat dicegah',
  'lebih cepat',
  'membantu',
  'berkurang',
  'menurun',
  'lengkap',
  'menerima',
  'dipakai lagi',
  'ditiru',
  'tidak ada laporan',
  'tidak ada keberatan',
  'tidak ada dampak',
  'tidak terulang',
];
const DID_NOT = [
  'belum',
  'masih',
  'sebagian',
  'sementara',
  'meskipun',
  'tetapi',
  'namun',
  'gagal',
  'terlambat',
  'melewati',
  'berlanjut',
  'tambahan',
  'tidak (?!ada (laporan|keberatan|dampak)|terulang)\\w+',
];

const pattern = (words: readonly string[]): string => `\\m(${words.join('|')})\\M`;

/**
 * SQL that tells whether an experience `e` says what was done, and in its result, of success without reserve. Results are
 * free text and nobody graded them, so this is a reading of words; a brief quotes the result beside the action and lets the
 * reader judge.
 */
export const HAS_GOOD_RESULT = `e.action_taken <> '' and e.result ~* '${pattern(WORKED)}' and e.result !~* '${pattern(DID_NOT)}'`;
