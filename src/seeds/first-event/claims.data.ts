import { ConflictStatus } from '../../sources/conflict.entity.js';
import { EventMode } from '../../events/event.enums.js';
import { EVENT } from './event.data.js';
import type { Claims, ConflictFacts } from './shape.js';

/** What each document says of the event, field by field, in normalised form. */
export const EVENT_CLAIMS: Claims = {
  title: [
    { source: 'makassar', value: EVENT.title },
    { source: 'prabumulih', value: EVENT.title, note: 'Judulnya tanpa kata "tahapan".', locator: 'judul' },
    { source: 'bantul', value: EVENT.title, note: 'Judulnya lebih pendek.', locator: 'judul' },
    { source: 'bali', value: EVENT.title },
  ],
  theme: [
    { source: 'makassar', value: EVENT.theme, note: 'Nama kegiatan memuat temanya.' },
    { source: 'prabumulih', value: EVENT.theme, note: 'Nama kegiatan memuat temanya.', locator: 'judul' },
  ],
  organiser: [
    { source: 'makassar', value: '00', note: 'KPU RI.' },
    { source: 'prabumulih', value: '00', note: 'KPU RI.' },
    { source: 'bantul', value: '00', note: 'KPU RI.', locator: 'paragraf 1' },
    { source: 'bali', value: '00', note: 'KPU RI.' },
  ],
  cycles: [
    {
      source: 'prabumulih',
      value: 'PEMILU-2024, PILKADA-2024',
      note: 'Pemilu dan Pilkada 2024.',
      locator: 'paragraf 1',
    },
    { source: 'bantul', value: 'PEMILU-2024, PILKADA-2024', note: 'Pemilu dan pemilihan 2024.', locator: 'paragraf 1' },
  ],
  startDate: [
    { source: 'makassar', value: '2025-07-30' },
    { source: 'prabumulih', value: '2025-07-30', note: 'Rabu, 30 Juli 2025.', locator: 'judul' },
    { source: 'bantul', value: '2025-07-30', note: 'Rabu, 30 Juli 2025, pukul 13.00 WIB.', locator: 'paragraf 1' },
    { source: 'bali', value: '2025-07-30' },
  ],
  endDate: [
    { source: 'makassar', value: '2025-07-31', note: 'Menyebut dua hari; dihitung dari 30 Juli.', confidence: 80 },
    {
      source: 'bantul',
      value: '2025-08-01',
      note: 'Menyebut tiga hari; dihitung dari 30 Juli.',
      locator: 'paragraf 1',
      confidence: 80,
    },
    { source: 'bali', value: '2025-08-01', note: 'Menyebut 30 Juli sampai 1 Agustus.' },
    { source: 'baliClosing', value: '2025-07-31', note: 'Memberitakan penutupan pada 31 Juli.', confidence: 80 },
  ],
  mode: [
    {
      source: 'makassar',
      value: EventMode.ONLINE,
      note: 'Menyebut kegiatan diikuti secara daring dari aula kantor KPU Kota Makassar.',
      confidence: 60,
    },
    {
      source: 'bantul',
      value: EventMode.HYBRID,
      note: 'Menyebutnya hibrida: provinsi luring, kabupaten/kota daring.',
      locator: 'paragraf 1',
    },
    { source: 'bali', value: EventMode.HYBRID, note: 'Provinsi hadir di tempat, kabupaten/kota daring.' },
  ],
  venue: [
    { source: 'prabumulih', value: 'Bali', note: 'Menyebut Bali saja, tanpa tempatnya.', locator: 'judul' },
    { source: 'bantul', value: 'KPU Provinsi Bali', note: 'Tempat peserta luring berkumpul.', locator: 'paragraf 1' },
    { source: 'bali', value: 'Hotel Anathera, Bali' },
  ],
  openedBy: [
    {
      source: 'makassar',
      value: 'Yulianto Sudrajat',
      note: 'Menyebut sambutan Yulianto Sudrajat; siapa yang membuka tidak dinyatakan.',
      confidence: 40,
    },
    { source: 'bantul', value: 'Idham Holik', note: 'Menyebut Idham Holik membuka acara.', locator: 'paragraf 1' },
    { source: 'bali', value: 'Yulianto Sudrajat', note: 'Menyebut Yulianto Sudrajat membuka acara.' },
  ],
  closedBy: [
    { source: 'makassar', value: 'Idham Holik', note: 'Berterima kasih kepada peserta; KPU diakuinya belum sempurna.' },
  ],
  participation: [
    {
      source: 'makassar',
      value: 'Semua satker',
      note: 'KPU provinsi dan KIP Aceh, serta KPU dan KIP kabupaten/kota.',
    },
    {
      source: 'bantul',
      value: 'Provinsi luring, kabupaten/kota daring',
      note: 'Divisi teknis provinsi di Bali; divisi dan subbagian teknis kabupaten/kota lewat jaringan.',
      locator: 'paragraf 1',
    },
    { source: 'bali', value: '38 provinsi luring, 514 kabupaten/kota daring' },
  ],
  participantUnits: [
    { source: 'bantul', value: '545', note: 'Menyebut 545 KPU daerah.', locator: 'judul' },
    { source: 'bali', value: '552', note: 'Dijumlahkan: 38 provinsi dan 514 kabupaten/kota.' },
  ],
  onsiteDelegates: [{ source: 'bali', value: '76', note: 'Dari 38 provinsi; jumlah per provinsi tidak disebut.' }],
  presentingUnits: [
    { source: 'bantul', value: '38', note: 'Kabupaten/kota terpilih, selama tiga hari.', locator: 'paragraf 1' },
  ],
  presentations: [
    { source: 'baliKarangasem', value: '51.07', note: 'KPU Kabupaten Karangasem memaparkan mewakili Bali.' },
  ],
  awards: [
    {
      source: 'makassar',
      value: 'Pemaparan paling menarik setiap tahapan',
      note: 'Diumumkan pada penutupan; dokumen ini tidak menyebut pemenangnya.',
    },
  ],
};

export const EVENT_CONFLICTS: readonly ConflictFacts[] = [
  {
    field: 'endDate',
    status: ConflictStatus.RESOLVED,
    chosen: 'bali',
    curatedValue: EVENT.endDate,
    reason:
      'Hanya berita KPU Provinsi Bali yang menyebut tanggal mulai dan tanggal selesai, dan itu cocok dengan tiga hari menurut KPU Kabupaten Bantul. Dua hari menurut KPU Kota Makassar dan penutupan 31 Juli di halaman Bali yang lain tetap dicatat sebagai klaim, untuk ditinjau lagi bila ada susunan acara atau notula.',
  },
  {
    field: 'mode',
    status: ConflictStatus.RESOLVED,
    chosen: 'bantul',
    curatedValue: EVENT.mode,
    reason:
      'KPU Kabupaten Bantul dan KPU Provinsi Bali menjelaskan cara hadir semua peserta. KPU Kota Makassar menceritakan cara ikut satkernya sendiri, dan itu cocok: kabupaten/kota hadir daring.',
  },
  {
    field: 'venue',
    status: ConflictStatus.RESOLVED,
    chosen: 'bali',
    curatedValue: EVENT.venue,
    reason:
      'KPU Provinsi Bali memberitakan kegiatan di wilayahnya sendiri dan menyebut nama hotelnya; andaikata tempatnya kantornya sendiri, wajarnya itulah yang ditulis. Berita KPU Kota Prabumulih hanya menyebut Bali, dan itu cocok.',
  },
  {
    field: 'openedBy',
    status: ConflictStatus.OPEN,
    reason:
      'KPU Kabupaten Bantul dan KPU Provinsi Bali sama tegasnya menyebut orang yang berbeda, dan KPU Kota Makassar hanya menyebut sambutan. Tidak ada dasar untuk memilih sampai ada susunan acara, rekaman, atau notula.',
  },
  {
    field: 'participantUnits',
    status: ConflictStatus.RESOLVED,
    chosen: 'bali',
    curatedValue: '552',
    reason:
      'Rincian KPU Provinsi Bali, 38 provinsi dan 514 kabupaten/kota, sama dengan daftar satker KPU daerah. Angka 545 pada judul KPU Kabupaten Bantul tidak dirinci.',
  },
];
