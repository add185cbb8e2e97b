import { EventKind, EventMode, EventStatus, SessionKind } from '../../events/event.enums.js';
import type { EventFacts, NamedSatker, SessionFacts } from './shape.js';

/** The curated values; what each document says is in `claims.data.ts`. */
export const EVENT: EventFacts = {
  slug: 'rakornas-berbagi-pengalaman-2025',
  kind: EventKind.RAKORNAS,
  title: 'Rakornas Berbagi Pengalaman dalam rangka Reviu Pelaksanaan Tahapan Teknis Pemilu dan Pemilihan Tahun 2024',
  theme: 'Berbagi pengalaman dalam rangka reviu pelaksanaan tahapan teknis pemilu dan pemilihan tahun 2024',
  startDate: '2025-07-30',
  endDate: '2025-08-01',
  mode: EventMode.HYBRID,
  venue: 'Hotel Anathera, Bali',
  status: EventStatus.COMPLETED,
  organiser: '00',
  cycles: ['PEMILU-2024', 'PILKADA-2024'],
};

/** In their order; times only where a document gives one. */
export const SESSIONS: readonly SessionFacts[] = [
  {
    kind: SessionKind.OPENING,
    title: 'Pembukaan',
    startsAt: new Date('2025-07-30T13:00:00+07:00'),
    claims: {
      startsAt: [
        {
          source: 'bantul',
          value: '2025-07-30T13:00:00+07:00',
          note: 'Dibuka Rabu, 30 Juli 2025, pukul 13.00 WIB.',
          locator: 'paragraf 1',
        },
      ],
    },
  },
  {
    kind: SessionKind.PRESENTATION,
    title: 'Pemaparan pengalaman oleh 38 KPU kabupaten/kota terpilih',
    startsAt: null,
    claims: {
      title: [
        {
          source: 'bantul',
          value: 'Pemaparan pengalaman oleh 38 KPU kabupaten/kota terpilih',
          note: 'Menurut berita ini pemaparan berlangsung selama tiga hari.',
          locator: 'paragraf 1',
        },
        {
          source: 'prabumulih',
          value: 'Pemaparan pengalaman oleh KPU kabupaten/kota',
          note: 'Menyebut pemaparan bergiliran pada 30 Juli 2025, tanpa jumlahnya.',
          locator: 'paragraf 5',
        },
      ],
    },
  },
  {
    kind: SessionKind.AWARDS,
    title: 'Penghargaan pemaparan paling menarik setiap tahapan',
    startsAt: null,
    claims: {
      title: [
        {
          source: 'makassar',
          value: 'Penghargaan pemaparan paling menarik setiap tahapan',
          note: 'Diumumkan pada penutupan; dokumen ini tidak menyebut pemenangnya.',
        },
      ],
    },
  },
  {
    kind: SessionKind.CLOSING,
    title: 'Penutupan',
    startsAt: null,
    claims: {
      title: [
        { source: 'makassar', value: 'Penutupan', note: 'Menyebut Idham Holik menutup kegiatan.' },
        { source: 'baliClosing', value: 'Penutupan', note: 'Memberitakan penutupan pada 31 Juli 2025.' },
      ],
    },
  },
];

/**
 * Units a document names as taking part. Every other province and regency or city is recorded collectively. Bantul and
 * Prabumulih report on the meeting without saying that they took part.
 */
export const NAMED_PARTICIPANTS: readonly NamedSatker[] = [
  {
    satker: '73.71',
    claim: {
      source: 'makassar',
      note: 'Mengikuti secara daring dari aula kantor; Ketua Divisi Teknis hadir bersama pejabat teknis dan hukum satker ini.',
    },
  },
  { satker: '51.07', claim: { source: 'baliKarangasem', note: 'Memaparkan pengalaman mewakili Bali.' } },
];

/** Stage and title stay empty: the document gives neither. */
export const PRESENTATIONS: readonly NamedSatker[] = [
  {
    satker: '51.07',
    claim: { source: 'baliKarangasem', note: 'Mewakili Bali; tahapan dan judul pemaparannya tidak kami ketahui.' },
  },
];

/** One category for each stage of the event's cycles. No source names a winner, so there are no awards. */
export const AWARD_CRITERIA = 'Pemaparan paling menarik pada tahapan ini';

export const AWARD_CLAIM: NamedSatker['claim'] = {
  source: 'makassar',
  note: 'Menyebut setiap tahapan; daftar tahapannya kami ambil dari siklus kegiatan ini. Pemenang tidak disebut.',
  confidence: 80,
};
