import type { Complaint } from '../common/errors.js';
import type { CreateExperienceInput } from './experience.inputs.js';

/** The codes that a draft may refer to, in the order in which they are told. */
export interface KnownCodes {
  readonly stages: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly causes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** What a unit wrote or changes: a new draft, or only what shall be different in one. */
export type Written = Partial<Omit<CreateExperienceInput, 'clientMutationId'>>;

/** One row of sets as arrays, and the code of the unit of user $1. */
export const KNOWN_CODES = `
  select
    array(select code from stages order by code) as stages,
    array(select code from topics order by code) as topics,
    array(select code from causes order by code) as causes,
    array(select slug from events order by slug) as events,
    (select satkers.code from users join satkers on satkers.id = users.satker_id where users.id = $1) as unit`;

/**
 * Everything that is wrong with a draft whose fields are well-formed, apart from whose it is. `count`: obstacles that there
 * are when none are given.
 */
export function complaintsAboutDraft(input: Written, known: KnownCodes, count = 0): Complaint[] {
  const { stage, topic, event, obstacles } = input;
  const complaints: Complaint[] = [];
  if (stage && !known.stages.has(stage)) complaints.push(unknown('stage', stage, known.stages));
  if (topic && !known.topics.has(topic)) complaints.push(unknown('topic', topic, known.topics));
  if (event && !known.events.has(event))
    complaints.push({ code: 'NOT_FOUND', field: 'event', params: { what: 'Event', key: event } });
  for (const [index, { cause }] of (obstacles ?? []).entries())
    if (cause && !known.causes.has(cause)) complaints.push(unknown(`obstacles.${index}.cause`, cause, known.causes));
  return [...complaints, ...plainComplaints(input, count)];
}

/** What can be seen without the database. */
export function plainComplaints({ occurredOn, obstacles, recommendations }: Written, known = 0): Complaint[] {
  const complaints: Complaint[] = [];
  if (occurredOn && occurredOn > today())
    complaints.push({ code: 'IN_FUTURE', field: 'occurredOn', params: { today: today() } });
  const count = obstacles?.length ?? known;
  for (const [index, recommendation] of (recommendations ?? []).entries())
    for (const number of recommendation.obstacles ?? [])
      if (number > count)
        complaints.push({
          code: 'NO_SUCH_OBSTACLE',
          field: `recommendations.${index}.obstacles`,
          params: { number, count },
        });
  return complaints;
}

const unknown = (field: string, key: string, allowed: ReadonlySet<string>): Complaint => ({
  code: 'UNKNOWN_CODE',
  field,
  params: { key, allowed: [...allowed].join(', ') },
});

/** Milliseconds by which the clocks of the east of the country are ahead, where the day is the latest. */
const EASTERN_TIME = 9 * 60 * 60 * 1000;
export const today = (): string => new Date(Date.now() + EASTERN_TIME).toISOString().slice(0, 10);
