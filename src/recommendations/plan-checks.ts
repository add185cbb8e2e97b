import { Rejected, type Complaint } from '../common/errors.js';
import { today } from '../experiences/draft-rules.js';
import type { Recommendation } from './recommendation.entity.js';
import { AddresseeRole } from './recommendation.enums.js';
import type { AcceptRecommendationInput } from './recommendation.inputs.js';

/** Refuses a plan that nobody could be held to, with everything that it lacks. */
export function refusePlan(
  { remedy, dueDate, addressees }: AcceptRecommendationInput,
  current: Pick<Recommendation, 'remedy'>,
): void {
  const complaints: Complaint[] = [];
  if (!remedy && !current.remedy) complaints.push({ code: 'REQUIRED', field: 'remedy' });
  if (dueDate < today()) complaints.push({ code: 'IN_PAST', field: 'dueDate', params: { today: today() } });
  if (addressees.every(({ role }) => role !== AddresseeRole.LEAD))
    complaints.push({ code: 'LEAD_REQUIRED', field: 'addressees' });
  if (complaints.length > 0) throw new Rejected(complaints);
}
