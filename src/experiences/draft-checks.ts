import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import { Rejected, type Complaint } from '../common/errors.js';
import { SatkerService } from '../satker/satker.service.js';
import { complaintsAboutDraft, KNOWN_CODES, plainComplaints, type KnownCodes, type Written } from './draft-rules.js';
import type { CreateExperienceInput } from './experience.inputs.js';

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

  /** What drafts may refer to, looked up once for many of them, and the code of the writer's own unit. */
  async known(actor: Actor): Promise<KnownCodes & { unit: string }> {
    type Row = Record<keyof KnownCodes, string[]> & { unit: string };
    const [row] = await this.dataSource.query<Row[]>(KNOWN_CODES, [actor.userId]);
    const { stages, topics, causes, events, unit } = row!;
    const set = (codes: string[]): ReadonlySet<string> => new Set(codes);
    return { stages: set(stages), topics: set(topics), causes: set(causes), events: set(events), unit };
  }

  /** Complains of everything, codes that nothing has included. `count`: obstacles that there are when none are given. */
  async refuse(actor: Actor, input: Written, count = 0): Promise<void> {
    const known = await this.known(actor);
    const complaints = complaintsAboutDraft(input, known, count);
    if (input.satker != null) complaints.push(...(await this.complainOfUnit(actor, input.satker, known.unit)));
    if (complaints.length > 0) throw new Rejected(complaints);
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
