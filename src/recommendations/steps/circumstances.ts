import { STEP_ACTIONS } from './actions.js';
import { RecommendationStep } from './workflow.js';

/*
 * What decides beside the status, as SQL over the key of a recommendation: fields that tell what one may do, and the steps
 * themselves, ask the same questions.
 */

/** Its experience, of which this is the key, is published: before that nothing is decided. */
export const isPublished = (experience: string): string =>
  `exists (select from experiences e where e.id = ${experience} and e.status = 'PUBLISHED')`;

/** It is addressed to a unit. */
export const isAddressedTo = (key: string, satker: string): string =>
  `exists (select from recommendation_addressees a where a.recommendation_id = ${key} and a.satker_id = ${satker})`;

/** One of its follow-ups has evidence, in words or by address. */
export const hasEvidence = (key: string): string =>
  `exists (select from follow_ups f where f.recommendation_id = ${key} and coalesce(f.evidence, f.evidence_url) is not null)`;

/** The history of a record has something that an account did. */
const acted = (type: 'Recommendation' | 'FollowUp', key: string, user: string, condition = 'true'): string =>
  `exists (select from audit_entries h where h.subject_type = '${type}' and h.subject_id = ${key}
    and h.actor_id = ${user} and ${condition})`;

/** An account wrote or changed one of its follow-ups, whoever did so after that. */
const workedOn = (key: string, user: string): string =>
  `exists (select from follow_ups f where f.recommendation_id = ${key}
    and (${user} in (f.created_by_id, f.updated_by_id) or ${acted('FollowUp', 'f.id', user)}))`;

const IS_REPORT = `h.action = '${STEP_ACTIONS[RecommendationStep.REPORT_DONE]}'`;

/** An account wrote or changed its follow-ups or reported it done: what it says of the result would be of its own work. */
export const isOwnWork = (key: string, user: string): string =>
  `(${workedOn(key, user)} or ${acted('Recommendation', key, user, IS_REPORT)})`;

/** An account has had to do with it: added it or decided on it, worked on it or assessed it. */
export const tookPart = (key: string, user: string): string =>
  `(${acted('Recommendation', key, user)} or ${workedOn(key, user)})`;
