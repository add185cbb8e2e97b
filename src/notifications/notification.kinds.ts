import { describedEnum } from '../common/read/comparators.js';
import { ExperienceStatus } from '../experiences/experience.enums.js';
import { ExperienceStep } from '../experiences/review/workflow.js';

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
