import { Rejected, type Complaint } from '../../common/errors.js';
import { today } from '../../experiences/draft-rules.js';
import type { FollowUp } from './follow-up.entity.js';

type Course = Pick<FollowUp, 'startDate' | 'dueDate' | 'progress' | 'doneOn'>;
type GivenCourse = { [K in keyof Course]?: Course[K] | null };

/** What is done is done whole, unless somebody says otherwise in so many words. */
export const courseOf = ({ progress, doneOn }: GivenCourse): { progress?: number | null } =>
  doneOn && progress === undefined ? { progress: 100 } : { progress };

/** Refuses days and progress that contradict each other, with everything that is wrong. */
export function refuseImpossible({ startDate, dueDate, progress, doneOn }: GivenCourse): void {
  const complaints: Complaint[] = [];
  if (startDate && dueDate && dueDate < startDate) complaints.push({ code: 'END_BEFORE_START', field: 'dueDate' });
  if (startDate && doneOn && doneOn < startDate) complaints.push({ code: 'END_BEFORE_START', field: 'doneOn' });
  if (doneOn && doneOn > today()) complaints.push({ code: 'IN_FUTURE', field: 'doneOn', params: { today: today() } });
  if (doneOn && progress !== 100) complaints.push({ code: 'DONE_BELOW_100', field: 'progress' });
  if (complaints.length > 0) throw new Rejected(complaints);
}
