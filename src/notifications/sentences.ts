import type { Locale } from '../common/messages.js';
import { ReviewParty } from '../experiences/review/workflow.js';
import { NotificationKind } from './notification.kinds.js';

type Sentence = Readonly<Record<Locale, string>>;

const AUTHORS: Sentence = { id: 'Satker penulis', en: 'The unit that wrote it' };
const ADDRESSEE: Sentence = { id: 'Satker yang dituju', en: 'An addressed unit' };

const OTHERS: Readonly<Record<Exclude<ReviewParty, ReviewParty.UNIT>, Sentence>> = {
  [ReviewParty.PROVINCE]: { id: 'Provinsi', en: 'The province' },
  [ReviewParty.CENTRE]: { id: 'Pusat', en: 'The centre' },
};

const DID: Readonly<Record<NotificationKind, Sentence>> = {
  [NotificationKind.EXPERIENCE_SUBMITTED]: {
    id: 'mengirim pengalaman untuk diperiksa.',
    en: 'submitted an experience for review.',
  },
  [NotificationKind.EXPERIENCE_WITHDRAWN]: {
    id: 'menarik kembali pengalaman.',
    en: 'withdrew an experience.',
  },
  [NotificationKind.EXPERIENCE_REVIEW_STARTED]: {
    id: 'mulai memeriksa pengalaman.',
    en: 'began to review an experience.',
  },
  [NotificationKind.EXPERIENCE_FORWARDED]: {
    id: 'menyetujui pengalaman dan meneruskannya ke pusat.',
    en: 'approved an experience and passed it on to the centre.',
  },
  [NotificationKind.EXPERIENCE_PUBLISHED]: {
    id: 'menerbitkan pengalaman.',
    en: 'published an experience.',
  },
  [NotificationKind.EXPERIENCE_RETURNED]: {
    id: 'mengembalikan pengalaman untuk diperbaiki.',
    en: 'returned an experience for changes.',
  },
  [NotificationKind.EXPERIENCE_REJECTED]: {
    id: 'menolak pengalaman.',
    en: 'rejected an experience.',
  },
  [NotificationKind.EXPERIENCE_MARKED_DUPLICATE]: {
    id: 'menandai pengalaman sama dengan yang lain.',
    en: 'marked an experience as a duplicate of another.',
  },
  [NotificationKind.RECOMMENDATION_ADDED]: {
    id: 'menambahkan rekomendasi pada pengalaman.',
    en: 'added a recommendation to an experience.',
  },
  [NotificationKind.RECOMMENDATION_ADDRESSED]: {
    id: 'menujukan rekomendasi kepada satker Anda.',
    en: 'addressed a recommendation to your unit.',
  },
  [NotificationKind.RECOMMENDATION_ACCEPTED]: {
    id: 'menerima rekomendasi dan menetapkan pelaksananya.',
    en: 'accepted a recommendation and said who carries it out.',
  },
  [NotificationKind.RECOMMENDATION_DEFERRED]: {
    id: 'menunda rekomendasi.',
    en: 'deferred a recommendation.',
  },
  [NotificationKind.RECOMMENDATION_REJECTED]: {
    id: 'menolak rekomendasi.',
    en: 'rejected a recommendation.',
  },
  [NotificationKind.RECOMMENDATION_STARTED]: {
    id: 'mulai mengerjakan rekomendasi.',
    en: 'began to work on a recommendation.',
  },
  [NotificationKind.RECOMMENDATION_REPORTED_DONE]: {
    id: 'melaporkan rekomendasi selesai.',
    en: 'reported a recommendation done.',
  },
  [NotificationKind.RECOMMENDATION_VERIFIED]: {
    id: 'memastikan rekomendasi selesai.',
    en: 'verified that a recommendation is done.',
  },
  [NotificationKind.RECOMMENDATION_REOPENED]: {
    id: 'membuka kembali rekomendasi.',
    en: 'reopened a recommendation.',
  },
  [NotificationKind.RECOMMENDATION_ASSESSED]: {
    id: 'menilai pelaksanaan rekomendasi.',
    en: 'assessed how far a recommendation was carried out.',
  },
  [NotificationKind.FOLLOW_UP_ADDED]: {
    id: 'mencatat tindak lanjut atas rekomendasi.',
    en: 'recorded a follow-up to a recommendation.',
  },
  [NotificationKind.FOLLOW_UP_UPDATED]: {
    id: 'mengubah tindak lanjut atas rekomendasi.',
    en: 'changed a follow-up to a recommendation.',
  },
};

/** Of an experience the unit that acts is the one that wrote it, of a recommendation one that is to carry it out. */
function whoOf(party: ReviewParty, kind: NotificationKind): Sentence {
  if (party !== ReviewParty.UNIT) return OTHERS[party];
  return kind.startsWith('EXPERIENCE_') ? AUTHORS : ADDRESSEE;
}

/** A notification as a sentence. It names neither people nor the experience, which may be hidden by now. */
export const sentenceOf = (party: ReviewParty, kind: NotificationKind, locale: Locale): string =>
  `${whoOf(party, kind)[locale]} ${DID[kind][locale]}`;
