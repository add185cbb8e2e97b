import type { Locale } from '../common/messages.js';
import { ReviewParty } from '../experiences/review/workflow.js';
import { NotificationKind } from './notification.kinds.js';

type Sentence = Readonly<Record<Locale, string>>;

const WHO: Readonly<Record<ReviewParty, Sentence>> = {
  [ReviewParty.UNIT]: { id: 'Satker penulis', en: 'The unit that wrote it' },
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
};

/** A notification as a sentence. It names neither people nor the experience, which may be hidden by now. */
export const sentenceOf = (party: ReviewParty, kind: NotificationKind, locale: Locale): string =>
  `${WHO[party][locale]} ${DID[kind][locale]}`;
