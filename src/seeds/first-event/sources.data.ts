import { SourceKind } from '../../sources/source.entity.js';
import type { SourceFacts, SourceKey } from './shape.js';

/**
 * Two addresses are known to us, and with them the titles they spell out. For the other pages the title is a
 * description, and the address stays empty until somebody finds it.
 */
export const SOURCES: Record<SourceKey, SourceFacts> = {
  makassar: {
    slug: 'kpu-kota-makassar-rakornas-2025',
    kind: SourceKind.NEWS,
    publisher: 'KPU Kota Makassar',
    title: 'Berita KPU Kota Makassar tentang Rakornas Berbagi Pengalaman 2025',
    publishedOn: null,
    url: null,
  },
  prabumulih: {
    slug: 'kpu-kota-prabumulih-rakornas-2025',
    kind: SourceKind.NEWS,
    publisher: 'KPU Kota Prabumulih',
    title:
      'Kegiatan Berbagi Pengalaman dalam rangka Reviu Pelaksanaan Teknis Pemilu dan Pemilihan Tahun 2024 di Bali, Rabu 30-7-2025',
    publishedOn: null,
    url: 'https://kota-prabumulih.kpu.go.id/blog/read/kegiatan-berbagi-pengalaman-dalam-rangka-reviu-pelaksanaan-teknis-pemilu-dan-pemilihan-tahun-2024-di-bali-rabu-30-7-2025',
  },
  bantul: {
    slug: 'kpu-kabupaten-bantul-rakornas-2025',
    kind: SourceKind.NEWS,
    publisher: 'KPU Kabupaten Bantul',
    title: 'Berbagi Pengalaman Tahapan Teknis Pemilu dan Pemilihan bersama 545 KPU Daerah Seluruh Indonesia',
    publishedOn: null,
    url: 'https://kab-bantul.kpu.go.id/blog/read/berbagi-pengalaman-tahapan-teknis-pemilu-dan-pemilihan-bersama-545-kpu-daerah-seluruh-indonesia',
  },
  bali: {
    slug: 'kpu-provinsi-bali-rakornas-2025',
    kind: SourceKind.NEWS,
    publisher: 'KPU Provinsi Bali',
    title: 'Berita KPU Provinsi Bali tentang Rakornas Berbagi Pengalaman 30 Juli sampai 1 Agustus 2025',
    publishedOn: null,
    url: null,
  },
  baliClosing: {
    slug: 'kpu-provinsi-bali-penutupan-rakornas-2025',
    kind: SourceKind.NEWS,
    publisher: 'KPU Provinsi Bali',
    title: 'Berita KPU Provinsi Bali tentang penutupan Rakornas Berbagi Pengalaman pada 31 Juli 2025',
    publishedOn: null,
    url: null,
  },
  baliKarangasem: {
    slug: 'kpu-provinsi-bali-karangasem-2025-08-12',
    kind: SourceKind.NEWS,
    publisher: 'KPU Provinsi Bali',
    title: 'Berita KPU Provinsi Bali tentang pemaparan KPU Kabupaten Karangasem mewakili Bali',
    publishedOn: '2025-08-12',
    url: null,
  },
};
