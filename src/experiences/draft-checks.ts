import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Rejected, type Complaint } from '../common/errors.js';
import { SatkerService } from '../satker/satker.service.js';
import type { CreateExperienceInput } from './experience.inputs.js';
import { KNOWN_REFERENCES, type KnownReferences } from './experience.statements.js';

type Vocabulary = 'stages' | 'topics' | 'causes';
/** What a unit wrote or changes: a new draft, or only what shall be different in one. */
type Written = Partial<Omit<CreateExperienceInput, 'clientMutationId'>>;

/** Says what is wrong with a draft, everything at once. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly satkers: SatkerService,
  ) {}

  /** Looks at what can be seen without the database, and complains of all the rest too if there is anything to complain of. */
  async refuseUnfit(actor: Actor, input: CreateExperienceInput): Promise<void> {
    if (input.satker == null && plainComplaints(input).length === 0) return;
    await this.refuse(actor, input);
  }

  /** Complains of everything, codes that nothing has included. `count`: obstacles that there are when none are given. */
  async refuse(actor: Actor, input: Written, count = 0): Promise<void> {
    const { stage, topic, event, obstacles, satker } = input;
    const causes = (obstacles ?? []).flatMap(({ cause }) => cause ?? []);
    const values = [stage, topic, event, causes, actor.userId];
    const [known] = await this.dataSource.query<KnownReferences[]>(KNOWN_REFERENCES, values);
    const complaints: Complaint[] = [];
    if (stage && !known!.stage) complaints.push(await this.unknown('stage', stage, 'stages'));
    if (topic && !known!.topic) complaints.push(await this.unknown('topic', topic, 'topics'));
    if (event && !known!.event)
      complaints.push({ code: 'NOT_FOUND', field: 'event', params: { what: 'Event', key: event } });
    for (const [index, { cause }] of (obstacles ?? []).entries())
      if (cause && !known!.causes.includes(cause))
        complaints.push(await this.unknown(`obstacles.${index}.cause`, cause, 'causes'));
    complaints.push(...plainComplaints(input, count));
    if (satker != null) complaints.push(...(await this.complainOfUnit(actor, satker, known!.unit)));
    if (complaints.length > 0) throw new Rejected(complaints);
  }

  private async unknown(field: string, key: string, table: Vocabulary): Promise<Complaint> {
    const rows = await this.dataSource.query<{ code: string }[]>(`select code from ${table} order by code`);
    return { code: 'UNKNOWN_CODE', field, params: { key, allowed: rows.map(({ code }) => code).join(', ') } };
  }

  private async complainOfUnit(actor: Actor, satker: string, own: string): Promise<Complaint[]> {
    try {
      const { id } = await this.satkers.get(this.dataSource.manager, satker, 'satker');
      return id === actor.satkerId ? [] : [{ code: 'NOT_YOUR_SATKER', field: 'satker', params: { own } }];
    } catch (error) {
      if (error instanceof Rejected) return [...error.complaints];
      throw error;
    }
  }
}

function plainComplaints({ occurredOn, obstacles, recommendations }: Written, known = 0): Complaint[] {
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

/** Milliseconds by which the clocks of the east of the country are ahead, where the day is the latest. */
const EASTERN_TIME = 9 * 60 * 60 * 1000;
const today = (): string => new Date(Date.now() + EASTERN_TIME).toISOString().slice(0, 10);
