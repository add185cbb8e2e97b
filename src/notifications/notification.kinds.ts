import { describedEnum } from '../common/read/comparators.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import { ExperienceStep } from '../experiences/review/workflow.js';
import type { RecommendationAction } from '../recommendations/steps/actions.js';

/** What somebody is told of. */
export enum NotificationKind {
  EXPERIENCE_SUBMITTED = 'EXPERIENCE_SUBMITTED',
  EXPERIENCE_WITHDRAWN = 'EXPERIENCE_WITHDRAWN',
  EXPERIENCE_REVIEW_STARTED = 'EXPERIENCE_REVIEW_STARTED',
  EXPERIENCE_FORWARDED = 'EXPERIENCE_FORWARDED',
  EXPERIENCE_PUBLISHED = 'EXPERIENCE_PUBLISHED',
  EXPERIENCE_RETURNED = 'EXPERIENCE_RETURNED',
  EXPERIENCE_REJECTED = 'EXPERIENCE_REJECTED',
  EXPERIENCE_MARKED_DUPLICATE = 'EXPERIENCE_MARKED_DUPLICATE',
  RECOMMENDATION_ADDED = 'RECOMMENDATION_ADDED',
  RECOMMENDATION_ADDRESSED = 'RECOMMENDATION_ADDRESSED',
  RECOMMENDATION_ACCEPTED = 'RECOMMENDATION_ACCEPTED',
  RECOMMENDATION_DEFERRED = 'RECOMMENDATION_DEFERRED',
  RECOMMENDATION_REJECTED = 'RECOMMENDATION_REJECTED',
  RECOMMENDATION_STARTED = 'RECOMMENDATION_STARTED',
  RECOMMENDATION_REPORTED_DONE = 'RECOMMENDATION_REPORTED_DONE',
  RECOMMENDATION_VERIFIED = 'RECOMMENDATION_VERIFIED',
  RECOMMENDATION_REOPENED = 'RECOMMENDATION_REOPENED',
  RECOMMENDATION_ASSESSED = 'RECOMMENDATION_ASSESSED',
  FOLLOW_UP_ADDED = 'FOLLOW_UP_ADDED',
  FOLLOW_UP_UPDATED = 'FOLLOW_UP_UPDATED',
}
describedEnum(NotificationKind, 'NotificationKind', 'Isi pemberitahuan. / What a notification tells.', {
  EXPERIENCE_SUBMITTED: 'Dikirim, atau dikirim lagi. / Submitted, or submitted again.',
  EXPERIENCE_WITHDRAWN: 'Ditarik kembali. / Withdrawn.',
  EXPERIENCE_REVIEW_STARTED: 'Mulai diperiksa. / Its review has begun.',
  EXPERIENCE_FORWARDED: 'Disetujui provinsi, diteruskan ke pusat. / Passed on to the centre.',
  EXPERIENCE_PUBLISHED: 'Diterbitkan. / Published.',
  EXPERIENCE_RETURNED: 'Dikembalikan untuk diperbaiki. / Returned for changes.',
  EXPERIENCE_REJECTED: 'Ditolak. / Rejected.',
  EXPERIENCE_MARKED_DUPLICATE: 'Ditandai sama dengan yang lain. / Marked as a duplicate.',
  RECOMMENDATION_ADDED: 'Rekomendasi ditambahkan pusat. / The centre added a recommendation.',
  RECOMMENDATION_ADDRESSED: 'Rekomendasi ditujukan kepada satker Anda. / A recommendation was addressed to your unit.',
  RECOMMENDATION_ACCEPTED: 'Rekomendasi diterima. / A recommendation was accepted.',
  RECOMMENDATION_DEFERRED: 'Rekomendasi ditunda. / A recommendation was deferred.',
  RECOMMENDATION_REJECTED: 'Rekomendasi ditolak. / A recommendation was rejected.',
  RECOMMENDATION_STARTED: 'Rekomendasi mulai dikerjakan. / Work on a recommendation has begun.',
  RECOMMENDATION_REPORTED_DONE: 'Rekomendasi dilaporkan selesai. / A recommendation was reported done.',
  RECOMMENDATION_VERIFIED: 'Rekomendasi dipastikan selesai. / A recommendation was verified.',
  RECOMMENDATION_REOPENED: 'Rekomendasi dibuka kembali. / A recommendation was reopened.',
  RECOMMENDATION_ASSESSED:
    'Pelaksanaan rekomendasi dinilai. / It was assessed how far a recommendation was carried out.',
  FOLLOW_UP_ADDED: 'Tindak lanjut dicatat. / A follow-up was recorded.',
  FOLLOW_UP_UPDATED: 'Tindak lanjut diubah. / A follow-up was changed.',
});

const OF_STEPS: Readonly<Record<Exclude<ExperienceStep, ExperienceStep.APPROVE>, NotificationKind>> = {
  [ExperienceStep.SUBMIT]: NotificationKind.EXPERIENCE_SUBMITTED,
  [ExperienceStep.WITHDRAW]: NotificationKind.EXPERIENCE_WITHDRAWN,
  [ExperienceStep.START_REVIEW]: NotificationKind.EXPERIENCE_REVIEW_STARTED,
  [ExperienceStep.REQUEST_CHANGES]: NotificationKind.EXPERIENCE_RETURNED,
  [ExperienceStep.REJECT]: NotificationKind.EXPERIENCE_REJECTED,
  [ExperienceStep.MARK_DUPLICATE]: NotificationKind.EXPERIENCE_MARKED_DUPLICATE,
};

/** What a step is told as: an approval passes on or publishes. */
export function kindOf(step: ExperienceStep, to: ExperienceStatus): NotificationKind {
  if (step !== ExperienceStep.APPROVE) return OF_STEPS[step];
  return to === ExperienceStatus.PUBLISHED
    ? NotificationKind.EXPERIENCE_PUBLISHED
    : NotificationKind.EXPERIENCE_FORWARDED;
}

/** What is told of recommendations; to whom one is addressed, accepting it is told as that. */
export const KINDS_OF_ACTIONS: Readonly<Record<RecommendationAction, NotificationKind>> = {
  createRecommendation: NotificationKind.RECOMMENDATION_ADDED,
  acceptRecommendation: NotificationKind.RECOMMENDATION_ACCEPTED,
  deferRecommendation: NotificationKind.RECOMMENDATION_DEFERRED,
  rejectRecommendation: NotificationKind.RECOMMENDATION_REJECTED,
  startRecommendation: NotificationKind.RECOMMENDATION_STARTED,
  reportRecommendationDone: NotificationKind.RECOMMENDATION_REPORTED_DONE,
  verifyRecommendation: NotificationKind.RECOMMENDATION_VERIFIED,
  reopenRecommendation: NotificationKind.RECOMMENDATION_REOPENED,
  assessRecommendation: NotificationKind.RECOMMENDATION_ASSESSED,
  addFollowUp: NotificationKind.FOLLOW_UP_ADDED,
  updateFollowUp: NotificationKind.FOLLOW_UP_UPDATED,
};
