import { OF_SPREADSHEETS } from './message-catalogue.spreadsheets.js';
import { OF_RECOMMENDATIONS } from './message-catalogue.recommendations.js';
import { OF_SOCKETS } from './message-catalogue.sockets.js';
import { OF_LESSONS } from './message-catalogue.lessons.js';
import { OF_SEARCH } from './message-catalogue.search.js';

type Text = Record<'id' | 'en', string>;

/** Every sentence the API says to a person, once, in both languages. `{name}` is replaced by a parameter. */
export const CATALOGUE = {
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
  REFRESH_INVALID: {
    id: 'Token penyegar tidak sah, sudah dipakai, atau sudah kedaluwarsa; silakan masuk lagi.',
    en: 'The refresh token is not valid, was used already or has expired; please sign in again.',
  },
  REFRESH_UNDER_WAY: {
    id: 'Token penyegar ini baru saja dipakai; coba lagi sebentar.',
    en: 'This refresh token was used a moment ago; try again in a second.',
  },
  BAD_USERNAME: {
    id: 'Nama pengguna: 3 sampai 64 huruf kecil dan angka, dengan titik, tanda hubung, atau garis bawah di antaranya.',
    en: 'A username has 3 to 64 letters and digits, with single dots, hyphens or underscores between.',
  },
  BAD_PASSWORD: {
    id: 'Kata sandi {min} sampai {max} karakter.',
    en: 'A password has {min} to {max} characters.',
  },
  PASSWORD_IS_USERNAME: {
    id: 'Kata sandi tidak boleh sama dengan nama pengguna.',
    en: 'A password must not be the username.',
  },
  PASSWORD_WRONG: { id: 'Kata sandi saat ini salah.', en: 'The current password is wrong.' },
  SAME_PASSWORD: { id: 'Kata sandi baru sama dengan yang lama.', en: 'The new password is the old one.' },
  SATKER_NEEDED: {
    id: 'Peran {role} mewakili satker: isi kodenya, misalnya 73.71.',
    en: 'A {role} acts for a work unit: give its code, such as 73.71.',
  },
  SATKER_NOT_FOR_ROLE: {
    id: 'Hanya CONTRIBUTOR dan REVIEWER yang mewakili satker.',
    en: 'Only CONTRIBUTOR and REVIEWER act for a work unit.',
  },
  OWN_ACCOUNT: {
    id: 'Tidak untuk akun Anda sendiri; mintalah administrator lain.',
    en: 'Not for your own account; ask another administrator.',
  },
  LAST_ADMIN: {
    id: 'Ini administrator aktif yang terakhir; angkat yang lain dahulu.',
    en: 'This is the last active administrator; appoint another one first.',
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
  BAD_EMAIL: {
    id: 'Alamat surel ditulis seperti nama@kpu.example.',
    en: 'An e-mail address is written like nama@kpu.example.',
  },
  BAD_URL: { id: 'Harus alamat http atau https yang lengkap.', en: 'Must be a complete http or https address.' },
  BAD_SHA256: { id: 'Harus 64 angka heksadesimal.', en: 'Must be 64 hexadecimal digits.' },
  BROKEN_TEXT: {
    id: 'Teks ini memuat karakter yang terpotong, misalnya setengah emoji, atau U+0000. Hapus lalu ketik ulang.',
    en: 'This text has a character that was cut through, such as half an emoji, or U+0000. Delete it and type it again.',
  },
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
    id: 'Tidak ada kendala nomor {number}; jumlahnya {count}.',
    en: 'There is no obstacle number {number}; their number is {count}.',
  },
  NOT_YOUR_SATKER: {
    id: 'Anda hanya dapat menulis untuk satker Anda, {own}.',
    en: 'You can write for your own unit only, {own}.',
  },
  ILLEGAL_STEP: {
    id: 'Langkah ini tidak dapat diambil pada tahap {status}. Yang dapat: {allowed}.',
    en: 'This step cannot be taken while the status is {status}. Possible: {allowed}.',
  },
  NOT_EDITABLE: {
    id: 'Tidak dapat diubah pada tahap {status}; hanya pada {allowed}.',
    en: 'It cannot be changed while its status is {status}, only in {allowed}.',
  },
  OBSTACLE_REQUIRED: {
    id: 'Tuliskan sedikitnya satu kendala.',
    en: 'Give one obstacle at least.',
  },
  SAME_EXPERIENCE: {
    id: 'Sebuah pengalaman tidak dapat sama dengan dirinya sendiri.',
    en: 'An experience cannot be a duplicate of itself.',
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
  NOT_HERE: { id: 'Tidak ada di sini.', en: 'There is no such thing here.' },
  NOT_YOUR_EXPERIENCE: { id: 'Pengalaman ini milik satker lain.', en: 'This experience is another unit’s.' },
  EXPERIENCE_CLOSED: {
    id: 'Lampiran hanya dapat diubah selama pengalaman berupa konsep, dikembalikan untuk diperbaiki, atau ditarik.',
    en: 'Attachments can be changed only while the experience is a draft, was returned for changes, or withdrawn.',
  },
  FILE_REQUIRED: {
    id: 'Kirim multipart/form-data dengan tepat satu berkas, dalam bidang "file".',
    en: 'Send multipart/form-data with exactly one file, in the field "file".',
  },
  BODY_TYPE: {
    id: 'Kirim application/json; berkas sebagai multipart/form-data.',
    en: 'Send application/json, and files as multipart/form-data.',
  },
  BODY_TOO_LARGE: { id: 'Permintaan paling besar {max} kB.', en: 'A request may have {max} kB at most.' },
  FILE_NAME: { id: 'Nama berkas tidak dapat dipakai.', en: 'The name of the file cannot be used.' },
  FILE_EMPTY: { id: 'Berkas ini kosong.', en: 'The file is empty.' },
  FILE_TOO_LARGE: { id: 'Berkas paling besar {max} MB.', en: 'A file may have {max} MB at most.' },
  FILE_TYPE: {
    id: 'Isi berkas bukan jenis yang diterima. Yang diterima: {allowed}.',
    en: 'The content of the file is of no type that is accepted. Allowed: {allowed}.',
  },
  FILE_EXTENSION: {
    id: 'Isi berkas adalah {found}, tetapi namanya tidak berakhiran {allowed}.',
    en: 'The content of the file is {found}, but its name does not end in {allowed}.',
  },
  FILE_MIXED: {
    id: 'Berkas memuat data lain di depan, di belakang, atau di sela isinya. Simpan ulang dengan aplikasinya lalu kirim lagi.',
    en: 'The file has other data before, after or between its content. Save it anew with its program and send it again.',
  },
  FILE_ACTIVE: {
    id: 'Berkas memuat sesuatu yang dapat berjalan sendiri ({what}). Hapus bagian itu lalu kirim lagi.',
    en: 'The file holds something that can run by itself ({what}). Take that out and send it again.',
  },
  FILE_LOCKED: {
    id: 'Berkas terkunci kata sandi atau berformat Office lama. Simpan tanpa kata sandi sebagai .docx atau .xlsx.',
    en: 'The file is locked by a password or in an old Office format. Save it without a password as .docx or .xlsx.',
  },
  FILE_DAMAGED: { id: 'Berkas rusak atau tidak lengkap.', en: 'The file is damaged or incomplete.' },
  FILE_UNPACKS: {
    id: 'Isi berkas akan mengembang melebihi {max} MB.',
    en: 'The content of the file would unpack to more than {max} MB.',
  },
  RANGE_NOT_SATISFIABLE: {
    id: 'Berkas ini hanya {size} byte; bagian yang diminta tidak ada.',
    en: 'The file has {size} bytes; the part that was asked for is not in it.',
  },
  TOO_MANY_ATTACHMENTS: {
    id: 'Satu pengalaman paling banyak memuat {max} lampiran.',
    en: 'An experience may have {max} attachments at most.',
  },
  DAILY_LIMIT: {
    id: 'Satker Anda sudah melampirkan {max} MB dalam 24 jam terakhir; coba lagi besok.',
    en: 'Your unit has attached {max} MB within the last 24 hours; try again tomorrow.',
  },
  BAD_PARAMETER: {
    id: 'Parameter "{field}" tidak sah. Yang boleh: {allowed}.',
    en: 'The parameter "{field}" is not valid. Allowed: {allowed}.',
  },
  ...OF_RECOMMENDATIONS,
  ...OF_SOCKETS,
  ...OF_LESSONS,
  ...OF_SEARCH,
  ...OF_SPREADSHEETS,
} satisfies Record<string, Text>;
