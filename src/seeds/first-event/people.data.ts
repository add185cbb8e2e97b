import { ConflictStatus } from '../../sources/conflict.entity.js';
import type { PersonFacts } from './shape.js';

export const PEOPLE: readonly PersonFacts[] = [
  {
    slug: 'yulianto-sudrajat',
    name: 'Yulianto Sudrajat',
    aliases: [],
    spellings: [
      { source: 'makassar', value: 'Yulianto Sudrajat' },
      { source: 'prabumulih', value: 'Yulianto Sudrajat', locator: 'paragraf 2' },
      { source: 'bali', value: 'Yulianto Sudrajat' },
    ],
  },
  {
    slug: 'august-mellaz',
    name: 'August Mellaz',
    aliases: [],
    spellings: [
      { source: 'makassar', value: 'August Mellaz' },
      { source: 'prabumulih', value: 'August Mellaz', locator: 'paragraf 2' },
    ],
  },
  {
    slug: 'idham-holik',
    name: 'Idham Holik',
    aliases: [],
    spellings: [
      { source: 'makassar', value: 'Idham Holik' },
      { source: 'prabumulih', value: 'Idham Holik', locator: 'paragraf 2' },
      { source: 'bantul', value: 'Idham Holik', locator: 'paragraf 1' },
    ],
  },
  {
    slug: 'eberta-kawima',
    name: 'Eberta Kawima',
    aliases: ['Eberta Kawina'],
    spellings: [
      { source: 'makassar', value: 'Eberta Kawina', note: 'Ditulis dengan n.' },
      { source: 'prabumulih', value: 'Eberta Kawima', note: 'Ditulis dengan m.', locator: 'paragraf 5' },
    ],
    conflict: {
      field: 'name',
      status: ConflictStatus.RESOLVED,
      chosen: 'prabumulih',
      curatedValue: 'Eberta Kawima',
      reason:
        'Kedua sumber menyebut jabatan yang sama di kegiatan yang sama, jadi ini satu orang. Berita KPU Kota Prabumulih memuat ulang unggahan KPU RI, kantor tempat ia menjabat; ejaannya lebih dekat ke sumber pertama. Ejaan KPU Kota Makassar disimpan sebagai nama lain.',
    },
  },
  {
    slug: 'melgia-carolina-van-harling',
    name: 'Melgia Carolina Van Harling',
    aliases: [],
    spellings: [
      { source: 'makassar', value: 'Melgia Carolina Van Harling' },
      { source: 'prabumulih', value: 'Melgia Carolina Van Harling', locator: 'paragraf 5' },
      { source: 'bali', value: 'Melgia Carolina Van Harling' },
    ],
  },
  {
    slug: 'sri-wahyuningsih',
    name: 'Sri Wahyuningsih',
    aliases: [],
    spellings: [{ source: 'makassar', value: 'Sri Wahyuningsih' }],
  },
];
