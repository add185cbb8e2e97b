import { AppearanceRole, SessionKind } from '../../events/event.enums.js';
import type { AppearanceFacts } from './shape.js';

const MEMBER = { position: 'Anggota KPU RI', satker: '00' };

/**
 * One appearance for each role a person had, resting on the documents that say so; a statement hangs on the
 * appearance of the same documents. Gists are our words. In their order.
 */
export const APPEARANCES: readonly AppearanceFacts[] = [
  {
    person: 'yulianto-sudrajat',
    role: AppearanceRole.OPENING,
    ...MEMBER,
    session: SessionKind.OPENING,
    seen: [{ source: 'bali', note: 'Menyebut Yulianto Sudrajat membuka kegiatan.' }],
  },
  {
    person: 'idham-holik',
    role: AppearanceRole.OPENING,
    position: 'Anggota KPU RI, Ketua Divisi Teknis Penyelenggaraan',
    satker: '00',
    session: SessionKind.OPENING,
    seen: [{ source: 'bantul', note: 'Menyebut Idham Holik membuka kegiatan.', locator: 'paragraf 1' }],
    statements: [
      {
        gist: 'Ada empat harapan: pengalaman setiap tahapan terhimpun, evaluasi lebih mendalam, tersedia masukan untuk perubahan undang-undang, dan pengetahuan bersama bertambah.',
        said: [{ source: 'bantul', locator: 'paragraf 1' }],
      },
    ],
  },
  {
    person: 'yulianto-sudrajat',
    role: AppearanceRole.KEYNOTE,
    ...MEMBER,
    seen: [{ source: 'makassar', note: 'Memberi sambutan.' }],
    statements: [
      {
        gist: 'Tidak setiap risiko sudah ada aturannya, sehingga pengalaman perlu dibagikan supaya risiko di lapangan dikenali dan diantisipasi.',
        said: [{ source: 'makassar' }],
      },
      { gist: 'Mengajak bekerja kolektif dan saling membagi pengetahuan.', said: [{ source: 'makassar' }] },
    ],
  },
  {
    person: 'yulianto-sudrajat',
    role: AppearanceRole.ATTENDING,
    ...MEMBER,
    seen: [{ source: 'prabumulih', note: 'Hadir di Bali bersama dua anggota lain.', locator: 'paragraf 2' }],
    statements: [
      {
        gist: 'Selagi undang-undang pemilu dan pilkada ditinjau kembali dan ada putusan Mahkamah Konstitusi, pengalaman 2024 perlu dibahas bersama supaya menghasilkan rekomendasi bagi DPR dan pemerintah.',
        said: [{ source: 'prabumulih', locator: 'paragraf 1–2' }],
      },
    ],
  },
  {
    person: 'august-mellaz',
    role: AppearanceRole.ATTENDING,
    ...MEMBER,
    seen: [
      { source: 'makassar', note: 'Hadir.' },
      { source: 'prabumulih', note: 'Hadir di Bali.', locator: 'paragraf 2' },
    ],
    statements: [
      {
        gist: 'Pengalaman teknis kepemiluan hendaknya didokumentasikan dengan baik dan diterbitkan dalam bentuk narasi.',
        said: [
          { source: 'makassar' },
          {
            source: 'prabumulih',
            note: 'Menambahkan bahwa terbitnya lewat saluran KPU sendiri.',
            locator: 'paragraf 3',
          },
        ],
      },
    ],
  },
  {
    person: 'idham-holik',
    role: AppearanceRole.ATTENDING,
    ...MEMBER,
    seen: [{ source: 'prabumulih', note: 'Hadir di Bali.', locator: 'paragraf 2' }],
    statements: [
      {
        gist: 'Peraturan belum menjawab semua persoalan pemilu dan pilkada, maka jajaran perlu mencari jalan keluar yang kreatif.',
        said: [{ source: 'prabumulih', locator: 'paragraf 4' }],
      },
    ],
  },
  {
    person: 'eberta-kawima',
    role: AppearanceRole.ATTENDING,
    position: 'Deputi Bidang Dukungan Teknis',
    satker: '00',
    seen: [
      { source: 'makassar', note: 'Hadir; namanya ditulis Eberta Kawina.' },
      { source: 'prabumulih', note: 'Hadir.', locator: 'paragraf 5' },
    ],
  },
  {
    person: 'melgia-carolina-van-harling',
    role: AppearanceRole.REPORT,
    position: 'Kepala Biro Teknis Penyelenggaraan Pemilu',
    satker: '00',
    seen: [{ source: 'bali', note: 'Menyampaikan laporan kegiatan.' }],
  },
  {
    person: 'melgia-carolina-van-harling',
    role: AppearanceRole.ATTENDING,
    position: 'Kepala Biro Teknis Penyelenggaraan Pemilu',
    satker: '00',
    seen: [
      { source: 'makassar', note: 'Hadir.' },
      { source: 'prabumulih', note: 'Hadir.', locator: 'paragraf 5' },
    ],
  },
  {
    person: 'sri-wahyuningsih',
    role: AppearanceRole.ATTENDING,
    position: 'Ketua Divisi Teknis Penyelenggaraan KPU Kota Makassar',
    satker: '73.71',
    seen: [{ source: 'makassar', note: 'Mengikuti secara daring bersama pejabat teknis dan hukum KPU Kota Makassar.' }],
  },
  {
    person: 'idham-holik',
    role: AppearanceRole.CLOSING,
    ...MEMBER,
    session: SessionKind.CLOSING,
    seen: [{ source: 'makassar', note: 'Menutup kegiatan.' }],
    statements: [
      {
        gist: 'Menyampaikan terima kasih kepada peserta dan mengakui bahwa KPU belum sempurna.',
        said: [{ source: 'makassar' }],
      },
    ],
  },
];
