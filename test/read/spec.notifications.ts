import { takesPart, type Asking } from './spec.visibility.js';
import type { Row } from './world.js';

/** The reason is for those who take part: in the experience, or as a unit that its recommendation is addressed to. */
export function reasonTold(row: Row, { world, viewer }: Asking): unknown {
  const experience = world.get('Experience', row['experienceId'])!;
  const isAddressed = world
    .where('RecommendationAddressee', 'recommendationId', row['recommendationId'])
    .some((one) => viewer.satkerId !== null && one['satkerId'] === viewer.satkerId);
  const isConcerned = takesPart(world, viewer, experience) || (isAddressed && experience['status'] === 'PUBLISHED');
  return isConcerned ? row['reason'] : null;
}

export function sentenceTold({ party, kind }: Row): string {
  const unit = String(kind).startsWith('EXPERIENCE') ? 'Satker penulis' : 'Satker yang dituju';
  return `${party === 'UNIT' ? unit : WHO[party as string]!} ${DID[kind as string]!}.`;
}

const WHO: Readonly<Record<string, string>> = { PROVINCE: 'Provinsi', CENTRE: 'Pusat' };
const DID: Readonly<Record<string, string>> = {
  EXPERIENCE_SUBMITTED: 'mengirim pengalaman untuk diperiksa',
  EXPERIENCE_WITHDRAWN: 'menarik kembali pengalaman',
  EXPERIENCE_REVIEW_STARTED: 'mulai memeriksa pengalaman',
  EXPERIENCE_FORWARDED: 'menyetujui pengalaman dan meneruskannya ke pusat',
  EXPERIENCE_PUBLISHED: 'menerbitkan pengalaman',
  EXPERIENCE_RETURNED: 'mengembalikan pengalaman untuk diperbaiki',
  EXPERIENCE_REJECTED: 'menolak pengalaman',
  EXPERIENCE_MARKED_DUPLICATE: 'menandai pengalaman sama dengan yang lain',
  RECOMMENDATION_ADDED: 'menambahkan rekomendasi pada pengalaman',
  RECOMMENDATION_ADDRESSED: 'menujukan rekomendasi kepada satker Anda',
  RECOMMENDATION_ACCEPTED: 'menerima rekomendasi dan menetapkan pelaksananya',
  RECOMMENDATION_DEFERRED: 'menunda rekomendasi',
  RECOMMENDATION_REJECTED: 'menolak rekomendasi',
  RECOMMENDATION_STARTED: 'mulai mengerjakan rekomendasi',
  RECOMMENDATION_REPORTED_DONE: 'melaporkan rekomendasi selesai',
  RECOMMENDATION_VERIFIED: 'memastikan rekomendasi selesai',
  RECOMMENDATION_REOPENED: 'membuka kembali rekomendasi',
  RECOMMENDATION_ASSESSED: 'menilai pelaksanaan rekomendasi',
  FOLLOW_UP_ADDED: 'mencatat tindak lanjut atas rekomendasi',
  FOLLOW_UP_UPDATED: 'mengubah tindak lanjut atas rekomendasi',
};
