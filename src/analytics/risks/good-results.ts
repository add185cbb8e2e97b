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

/**
 * SQL that tells whether the text of a result speaks of success without reserve. Results are free text and nobody graded
 * them, so this is a reading of words; a brief quotes the result beside the action and lets the reader judge.
 */
export const reportsGoodResult = (result: string): string =>
  `${result} ~* '${pattern(WORKED)}' and ${result} !~* '${pattern(DID_NOT)}'`;

const pattern = (words: readonly string[]): string => `\\m(${words.join('|')})\\M`;
