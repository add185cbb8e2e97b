/** A column that takes one of a list's choices. */
export type ListName =
  'stage' | 'kind' | 'topic' | 'event' | 'cause' | 'likelihood' | 'impact' | 'regulated' | 'remedy';

export interface Column {
  readonly key: string;
  /** As it stands in the header. */
  readonly label: string;
  readonly labelEn: string;
  /** Characters wide. */
  readonly width: number;
  readonly isRequired?: boolean;
  readonly list?: ListName;
  /** For the sheet that explains. */
  readonly help: string;
  /** Two rows of one experience, marked as an example. */
  readonly example: readonly [string | number, string | number];
}

/** The sheet that is filled in, the one that explains and the one with the choices. */
export const SHEET = 'Pengalaman';
export const GUIDE = 'Petunjuk';
export const LISTS = 'Daftar';
/** What a title begins with that is not imported. */
export const EXAMPLE = 'CONTOH:';
/** In both rows of it, so that none of them is taken for a part of what somebody wrote above. */
const EXAMPLE_TITLE = `${EXAMPLE} Kotak suara terlambat tiba di pulau terluar`;
/** The column that failed rows come back with. */
export const ERROR_COLUMN = 'Galat';
/** What the line with the unit begins with. */
export const UNIT_LINE = 'Satker';

/** What an experience has once: filled in its first row, empty or repeated in the rows that continue it. */
export const EXPERIENCE_COLUMNS = [
  {
    key: 'title',
    label: 'Judul',
    labelEn: 'Title',
    width: 38,
    isRequired: true,
    help: 'Satu kalimat, paling banyak 300 karakter. Kosongkan bila baris ini melanjutkan pengalaman di atasnya.',
    example: [EXAMPLE_TITLE, EXAMPLE_TITLE],
  },
  {
    key: 'stage',
    label: 'Tahapan',
    labelEn: 'Stage',
    width: 30,
    list: 'stage',
    help: 'Pilih dari daftar. Kosongkan bila lintas tahapan.',
    example: ['PEMILU-09', ''],
  },
  {
    key: 'kind',
    label: 'Jenis',
    labelEn: 'Kind',
    width: 16,
    list: 'kind',
    help: 'Pilih dari daftar. Kosong berarti Kendala.',
    example: ['Kendala', ''],
  },
  {
    key: 'topic',
    label: 'Topik',
    labelEn: 'Topic',
    width: 24,
    list: 'topic',
    help: 'Pilih dari daftar.',
    example: ['LOGISTIK', ''],
  },
  {
    key: 'event',
    label: 'Kegiatan',
    labelEn: 'Event',
    width: 24,
    list: 'event',
    help: 'Kegiatan tempat pengalaman ini dibagikan, dari daftar.',
    example: ['', ''],
  },
  {
    key: 'occurredOn',
    label: 'Tanggal kejadian',
    labelEn: 'Date',
    width: 16,
    help: 'Tanggal, misalnya 14/02/2024 (tanggal/bulan/tahun) atau 2024-02-14. Tidak boleh di masa depan.',
    example: ['14/02/2024', ''],
  },
  {
    key: 'expected',
    label: 'Yang seharusnya terjadi',
    labelEn: 'Expected',
    width: 34,
    help: 'Menurut aturan atau rencana.',
    example: ['Kotak suara tiba sehari sebelum pemungutan suara.', ''],
  },
  {
    key: 'happened',
    label: 'Yang terjadi',
    labelEn: 'Happened',
    width: 34,
    help: 'Kejadiannya di lapangan.',
    example: ['Kapal tertahan cuaca; kotak suara tiba pagi hari.', ''],
  },
  {
    key: 'actionTaken',
    label: 'Yang dilakukan',
    labelEn: 'Action taken',
    width: 34,
    help: 'Tindakan satker.',
    example: ['Menyewa kapal nelayan.', ''],
  },
  {
    key: 'result',
    label: 'Hasilnya',
    labelEn: 'Result',
    width: 34,
    help: 'Akibat dari tindakan itu.',
    example: ['Pemungutan suara mulai pukul 09.00.', ''],
  },
] as const satisfies readonly Column[];

/** What each row has of its own: one obstacle and one recommendation. */
export const ROW_COLUMNS = [
  {
    key: 'obstacle',
    label: 'Kendala',
    labelEn: 'Obstacle',
    width: 34,
    help: 'Satu kendala setiap baris. Kendala berikutnya di baris di bawahnya, dengan Judul kosong.',
    example: ['Cuaca buruk selama tiga hari', 'Kapal cadangan tidak disiapkan'],
  },
  {
    key: 'cause',
    label: 'Penyebab',
    labelEn: 'Cause',
    width: 24,
    list: 'cause',
    help: 'Golongan penyebab kendala, dari daftar.',
    example: ['GEOGRAPHY', 'LOGISTICS'],
  },
  {
    key: 'likelihood',
    label: 'Kemungkinan',
    labelEn: 'Likelihood',
    width: 13,
    list: 'likelihood',
    help: 'Kemungkinan terulang: 1 sangat jarang sampai 5 hampir pasti.',
    example: [4, 2],
  },
  {
    key: 'impact',
    label: 'Dampak',
    labelEn: 'Impact',
    width: 10,
    list: 'impact',
    help: 'Dampak: 1 tidak berarti sampai 5 sangat besar.',
    example: [3, 5],
  },
  {
    key: 'regulated',
    label: 'Sudah diatur?',
    labelEn: 'Regulated',
    width: 16,
    list: 'regulated',
    help: 'Apakah peraturan sudah mengatur kendala ini, dari daftar.',
    example: ['Belum diatur', 'Sebagian diatur'],
  },
  {
    key: 'recommendation',
    label: 'Rekomendasi',
    labelEn: 'Recommendation',
    width: 34,
    help: 'Usul perbaikan untuk kendala di baris ini; bila Kendala kosong, untuk semua kendala pengalaman ini.',
    example: ['Kirim logistik tiga hari lebih awal', 'Siapkan kapal cadangan'],
  },
  {
    key: 'remedy',
    label: 'Jenis perbaikan',
    labelEn: 'Remedy',
    width: 18,
    list: 'remedy',
    help: 'Pilih dari daftar.',
    example: ['Prosedur', 'Logistik'],
  },
] as const satisfies readonly Column[];

export type ExperienceKey = (typeof EXPERIENCE_COLUMNS)[number]['key'];
export type RowKey = (typeof ROW_COLUMNS)[number]['key'];
export type ColumnKey = ExperienceKey | RowKey;

/** In the order of the template. A file may have them in any other. */
export const COLUMNS: readonly (Column & { readonly key: ColumnKey })[] = [...EXPERIENCE_COLUMNS, ...ROW_COLUMNS];
