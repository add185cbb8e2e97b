/** What is said about the spreadsheets that units send. */
export const OF_SPREADSHEETS = {
  FILE_UNPACKS_TOO_LARGE: {
    id: 'Isi berkas ini terlalu besar bila dibuka (paling besar {max} MB); salin datanya ke templat yang baru.',
    en: 'This file unpacks to too much (at most {max} MB); copy its data into a fresh template.',
  },
  WORKBOOK_DAMAGED: {
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
} satisfies Record<string, Record<'id' | 'en', string>>;
