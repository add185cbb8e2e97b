/** Languages the API speaks. Indonesian unless `Accept-Language` prefers English. */
export type Locale = 'id' | 'en';

type Params = Record<string, string | number>;
type Text = Record<Locale, string>;

/** Every sentence the API says to a person, once, in both languages. `{name}` is replaced by a parameter. */
const CATALOGUE = {
  UNAUTHENTICATED: { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  TOKEN_INVALID: {
    id: 'Token tidak sah atau sudah kedaluwarsa; silakan masuk lagi.',
    en: 'The token is not valid or has expired; please sign in again.',
  },
  FORBIDDEN: {
    id: 'Peran Anda tidak memiliki izin "{permission}".',
    en: 'Your role does not have the permission "{permission}".',
  },
  LOGIN_FAILED: {
    id: 'Nama pengguna atau kata sandi salah.',
    en: 'The username or the password is wrong.',
  },
  LOGIN_LIMITED: {
    id: 'Terlalu banyak percobaan masuk; coba lagi dalam {seconds} detik.',
    en: 'Too many attempts to sign in; try again in {seconds} seconds.',
  },
  NOT_FOUND: { id: '{what} "{key}" tidak ditemukan.', en: '{what} "{key}" was not found.' },
  AMBIGUOUS: {
    id: '"{key}" merujuk ke lebih dari satu satker: {matches}. Pakai kodenya.',
    en: '"{key}" names more than one work unit: {matches}. Use the code.',
  },
  NOT_AMBIGUOUS: { id: '"{key}" merujuk ke {matches}.', en: '"{key}" names {matches}.' },
  CONFLICT: {
    id: 'Data ini sudah diubah orang lain: versi sekarang {current}, versi Anda {expected}. Muat ulang lalu coba lagi.',
    en: 'Somebody else has changed this: the current version is {current}, yours is {expected}. Reload and try again.',
  },
  DUPLICATE: { id: '"{value}" sudah dipakai.', en: '"{value}" is already taken.' },
  REPEATED_WITH_OTHER_INPUT: {
    id: 'clientMutationId ini sudah dipakai untuk isi yang berbeda.',
    en: 'This clientMutationId was already used with a different input.',
  },
  REQUIRED: { id: 'Wajib diisi.', en: 'This is required.' },
  NOTHING_TO_CHANGE: { id: 'Tidak ada yang diubah.', en: 'Nothing to change was given.' },
  TOO_LONG: { id: 'Paling banyak {max} karakter.', en: 'At most {max} characters.' },
  TOO_MANY: { id: 'Paling banyak {max} butir.', en: 'At most {max} items.' },
  OUT_OF_RANGE: { id: 'Harus bilangan bulat {min} sampai {max}.', en: 'Must be a whole number from {min} to {max}.' },
  BAD_SLUG: {
    id: 'Hanya huruf kecil, angka, dan tanda hubung, 3 sampai 80 karakter.',
    en: 'Only lower-case letters, digits and hyphens, 3 to 80 characters.',
  },
  BAD_URL: { id: 'Harus alamat http atau https yang lengkap.', en: 'Must be a complete http or https address.' },
  BAD_SHA256: { id: 'Harus 64 angka heksadesimal.', en: 'Must be 64 hexadecimal digits.' },
  BAD_INPUT: { id: 'Nilai ini tidak sah.', en: 'This value is not valid.' },
  END_BEFORE_START: { id: 'Tidak boleh lebih awal daripada tanggal mulai.', en: 'Must not be before the start.' },
  OTHER_EVENT: { id: '{what} ini milik kegiatan lain.', en: 'This {what} belongs to another event.' },
  OTHER_SATKER: { id: 'Pemaparan ini milik satker lain.', en: 'This presentation is another unit’s.' },
  UNKNOWN_FIELD: {
    id: 'Tidak ada bidang "{field}" pada {subject}. Yang ada: {allowed}.',
    en: '{subject} has no field "{field}". Allowed: {allowed}.',
  },
  UNKNOWN_CODE: { id: '"{key}" tidak dikenal. Yang ada: {allowed}.', en: '"{key}" is unknown. Allowed: {allowed}.' },
  IN_FUTURE: { id: 'Paling akhir hari ini, {today}.', en: 'Not later than today, {today}.' },
  NO_SUCH_OBSTACLE: {
    id: 'Tidak ada kendala nomor {number}: yang diisi {count}.',
    en: 'There is no obstacle number {number}: {count} were given.',
  },
  NOT_YOUR_SATKER: {
    id: 'Anda hanya dapat menulis untuk satker Anda, {own}.',
    en: 'You can write for your own unit only, {own}.',
  },
  CITATION_OF_OTHER_FIELD: {
    id: 'Kutipan ini tidak termasuk dalam perbedaan tersebut.',
    en: 'This citation does not belong to that conflict.',
  },
  UNFIT_VALUE: {
    id: 'Nilai "{value}" tidak dapat dipakai untuk {field}: {allowed}.',
    en: 'The value "{value}" cannot be used for {field}: {allowed}.',
  },
  IN_USE: { id: 'Masih dirujuk oleh data lain.', en: 'Other records still refer to this.' },
  NO_FILE: {
    id: 'Kirim satu berkas sebagai formulir multipart/form-data, di bidang "file".',
    en: 'Send one file as a form of multipart/form-data, in the field "file".',
  },
  UPLOAD_BROKEN: { id: 'Unggahan terputus; kirim lagi.', en: 'The upload broke off; send it again.' },
  BAD_PARAMETER: {
    id: 'Parameter "{field}" tidak sah. Yang boleh: {allowed}.',
    en: 'The parameter "{field}" is not valid. Allowed: {allowed}.',
  },
  FILE_EMPTY: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  FILE_TOO_LARGE: { id: 'Berkas paling besar {max} MB.', en: 'A file may have {max} MB at most.' },
  FILE_UNPACKS_TOO_LARGE: {
    id: 'Isi berkas ini terlalu besar bila dibuka (paling besar {max} MB); salin datanya ke templat yang baru.',
    en: 'This file unpacks to too much (at most {max} MB); copy its data into a fresh template.',
  },
  FILE_DAMAGED: {
    id: 'Berkas ini rusak. Buka, simpan lagi sebagai .xlsx, lalu unggah kembali.',
    en: 'This file is damaged. Open it, save it again as .xlsx and send that.',
  },
  NOT_A_TABLE: {
    id: 'Ini bukan buku kerja Excel (.xlsx) dan bukan CSV. Simpan sebagai .xlsx atau .csv.',
    en: 'This is neither an Excel workbook (.xlsx) nor CSV. Save it as .xlsx or .csv.',
  },
  OLD_WORKBOOK: {
    id: 'Ini buku kerja lama (.xls) atau yang memakai kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    en: 'This is an old workbook (.xls) or one with a password. Save it as .xlsx without one.',
  },
  NO_HEADER: {
    id: 'Baris judul kolom tidak ditemukan: tidak ada kolom "{header}" di dua puluh baris pertama. Pakai templat.',
    en: 'There is no header: no column "{header}" in the first twenty rows. Use the template.',
  },
  REPEATED_COLUMN: {
    id: 'Kolom "{header}" ada dua kali, yang kedua di {column}; hapus salah satu.',
    en: 'The column "{header}" is there twice, again in {column}; remove one of them.',
  },
  TOO_MANY_ROWS: {
    id: 'Paling banyak {max} baris dalam satu berkas; bagi menjadi beberapa berkas. Tidak ada yang disimpan.',
    en: 'At most {max} rows in one file; split it into several. Nothing was stored.',
  },
  TOO_MANY_MERGES: {
    id: 'Terlalu banyak sel gabungan (paling banyak {max}); pisahkan dahulu.',
    en: 'Too many merged cells (at most {max}); unmerge them first.',
  },
  IMPORT_RUNNING: {
    id: 'Impor lain dari satker Anda sedang berjalan; tunggu sebentar lalu kirim lagi.',
    en: 'Another import of your unit is under way; wait a moment and send it again.',
  },
  MERGED_CELLS: {
    id: 'Sel ini digabung dengan sel lain; pisahkan dan isi setiap sel.',
    en: 'This cell is merged with others; unmerge them and fill in each.',
  },
  FORMULA_WITHOUT_RESULT: {
    id: 'Rumus tidak dihitung di sini, dan berkas tidak menyimpan hasilnya; tempel sebagai nilai.',
    en: 'Formulas are not computed here, and the file has no result of this one; paste it as a value.',
  },
  CELL_ERROR: { id: 'Rumus di sel ini menghasilkan kesalahan.', en: 'The formula in this cell results in an error.' },
  CONTINUES_DIFFERENTLY: {
    id: 'Baris ini melanjutkan pengalaman di baris {row}, yang di kolom ini berisi "{value}". Kosongkan atau samakan.',
    en: 'This row continues the experience of row {row}, where this column says "{value}". Empty it or say the same.',
  },
  NOT_IN_LIST: {
    id: 'Tidak ada dalam daftar; lihat lembar Daftar di templat.',
    en: 'This is not in the list; see the sheet Daftar of the template.',
  },
  SEVERAL_CHOICES: { id: 'Bisa berarti beberapa: {matches}. Pilih dari daftar.', en: 'This may be one of: {matches}.' },
  BAD_DATE: {
    id: 'Bukan tanggal. Tulis seperti 14/02/2024 (tanggal/bulan/tahun).',
    en: 'This is no date. Write it like 14/02/2024 (day/month/year).',
  },
  PERHAPS: { id: 'Mungkin maksudnya "{suggestion}".', en: 'Perhaps "{suggestion}" was meant.' },
  AT_CELL: { id: '{cell} ({header}):', en: '{cell} ({header}):' },
} satisfies Record<string, Text>;

export type MessageKey = keyof typeof CATALOGUE;

export function message(key: MessageKey, locale: Locale, params: Params = {}): string {
  return CATALOGUE[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The first of `id` or `en` in an `Accept-Language` header; quality values other than order are ignored. */
export function preferredLocale(header: string | undefined): Locale {
  return /(?:^|[,\s])(id|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'id';
}
