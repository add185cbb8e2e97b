import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '../../common/access.js';
import { describedEnum } from '../../common/read/comparators.js';
import type { SqlRow } from '../../common/read/model.js';
import { ExperienceStatus } from '../experience.enums.js';
import { isBelow, isOwn } from '../experience.scope.js';
import { ExperienceStep, IN_HAND, nextSteps, ReviewParty } from './workflow.js';

describedEnum(
  ExperienceStep,
  'ExperienceStep',
  'Langkah dalam alur pengalaman. / A step in the life of an experience.',
  {
    SUBMIT: 'Mengirim. / Submit.',
    WITHDRAW: 'Menarik kembali. / Withdraw.',
    START_REVIEW: 'Mulai memeriksa. / Start the review.',
    APPROVE: 'Menyetujui. / Approve.',
    REQUEST_CHANGES: 'Mengembalikan untuk diperbaiki. / Return for changes.',
    REJECT: 'Menolak. / Reject.',
    MARK_DUPLICATE: 'Menandai sama dengan yang lain. / Mark as a duplicate.',
  },
);

@ObjectType({ description: 'Langkah yang boleh Anda ambil. / A step that you may take.' })
export class AllowedTransition {
  @Field(() => ExperienceStep, { description: 'Langkah. / The step.' })
  name: ExperienceStep;

  @Field(() => Boolean, { description: 'Harus beralasan. / Whether a reason must be given.' })
  requiresReason: boolean;
}

@ObjectType({ description: 'Yang boleh Anda lakukan dengan pengalaman ini. / What you may do with this experience.' })
export class ExperienceViewerCan {
  @Field(() => Boolean, { description: 'Mengubah isinya. / Change its text.' })
  update: boolean;

  @Field(() => Boolean, { description: 'Mengirimnya. / Submit it.' })
  submit: boolean;

  @Field(() => Boolean, { description: 'Menariknya. / Withdraw it.' })
  withdraw: boolean;

  @Field(() => Boolean, { description: 'Memeriksanya: menyetujui, mengembalikan, menolak. / Review it.' })
  review: boolean;
}

/** The party that an actor of a role is for an experience, and the condition under which it is. */
const PARTIES: ReadonlyMap<Role | null, readonly [ReviewParty, (row: SqlRow) => string]> = new Map([
  [Role.CONTRIBUTOR, [ReviewParty.UNIT, isOwn]],
  [Role.REVIEWER, [ReviewParty.PROVINCE, isBelow]],
  [Role.ANALYST, [ReviewParty.CENTRE, () => 'true']],
]);

export function partyOf(role: Role | null): ReviewParty | null {
  return PARTIES.get(role)?.[0] ?? null;
}

/** jsonb that depends on the status and on who asks. */
function byStatus(row: SqlRow, value: (status: ExperienceStatus, party: ReviewParty | null) => unknown): string {
  const text = (status: ExperienceStatus, party: ReviewParty | null): string =>
    `'${JSON.stringify(value(status, party))}'::jsonb`;
  const known = PARTIES.get(row.role);
  if (!known) return text(ExperienceStatus.PUBLISHED, null);
  const [party, condition] = known;
  const branches = Object.values(ExperienceStatus).map((status) => `when '${status}' then ${text(status, party)}`);
  const own = `case ${row.column('status')} ${branches.join(' ')} end`;
  return `case when ${condition(row)} then ${own} else ${text(ExperienceStatus.PUBLISHED, null)} end`;
}

export const allowedTransitions = (row: SqlRow): string =>
  byStatus(row, (status, party) =>
    party ? nextSteps(status, party).map(({ step, requiresReason }) => ({ name: step, requiresReason })) : [],
  );

export const viewerCan = (row: SqlRow): string =>
  byStatus(row, (status, party) => {
    const steps = party ? nextSteps(status, party).map(({ step }) => step) : [];
    return {
      update: party === ReviewParty.UNIT && IN_HAND.includes(status),
      submit: steps.includes(ExperienceStep.SUBMIT),
      withdraw: steps.includes(ExperienceStep.WITHDRAW),
      review: steps.includes(ExperienceStep.APPROVE),
    };
  });
