import type { EntityManager } from 'typeorm';
import { BatchRows } from '../../database/batch-rows.js';
import type { DemoAccountability } from './rows.js';

const RECORDED = { created_at: 'timestamptz', updated_at: 'timestamptz' } as const;

const ADDRESSEE = {
  recommendation_id: 'bigint',
  satker_id: 'bigint',
  organisation: 'text',
  role: 'text',
} as const;

const FOLLOW_UP = {
  recommendation_id: 'bigint',
  action: 'text',
  satker_id: 'bigint',
  organisation: 'text',
  start_date: 'date',
  due_date: 'date',
  progress: 'smallint',
  evidence: 'text',
  done_on: 'date',
  ...RECORDED,
} as const;

const ASSESSMENT = {
  recommendation_id: 'bigint',
  fulfilment: 'text',
  note: 'text',
  ...RECORDED,
} as const;

/** The rows of what became of a batch's recommendations; nothing refers to them, so their ids need not be known. */
export class AccountabilityRows {
  private readonly addressees = new BatchRows('recommendation_addressees', ADDRESSEE);
  private readonly followUps = new BatchRows('follow_ups', FOLLOW_UP);
  private readonly assessments = new BatchRows('assessments', ASSESSMENT);

  add(id: string, { addressees, followUps, assessments }: DemoAccountability): void {
    for (const { satkerId, organisation, role } of addressees) this.addressees.add(id, satkerId, organisation, role);
    for (const f of followUps) {
      const course = [f.startDate, f.dueDate, f.progress, f.evidence, f.doneOn];
      this.followUps.add(id, f.action, f.satkerId, f.organisation, ...course, f.at, f.at);
    }
    for (const { fulfilment, note, at } of assessments) this.assessments.add(id, fulfilment, note, at, at);
  }

  async insert(tx: EntityManager): Promise<void> {
    for (const rows of [this.addressees, this.followUps, this.assessments]) await rows.insert(tx);
  }
}
