import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '../../common/access.js';
import { describedEnum } from '../../common/read/comparators.js';
import type { SqlRow } from '../../common/read/model.js';
import { RecommendationStatus } from '../recommendation.enums.js';
import { hasEvidence, isAddressedTo, isOwnWork, isPublished } from './circumstances.js';
import { ASSESSABLE, AT_WORK, needsReason, nextSteps, Party, RecommendationStep } from './workflow.js';

describedEnum(
  RecommendationStep,
  'RecommendationStep',
  'Langkah dalam alur rekomendasi. / A step in the life of a recommendation.',
  {
    ACCEPT: 'Menerima. / Accept.',
    DEFER: 'Menunda. / Defer.',
    REJECT: 'Menolak. / Reject.',
    START: 'Mulai mengerjakan. / Start the work.',
    REPORT_DONE: 'Melaporkan selesai. / Report it done.',
    VERIFY: 'Memverifikasi. / Verify.',
    REOPEN: 'Membuka kembali. / Reopen.',
  },
);

@ObjectType({
  description: 'Langkah atas rekomendasi yang boleh Anda ambil. / A step that you may take with a recommendation.',
})
export class AllowedRecommendationStep {
  @Field(() => RecommendationStep, { description: 'Langkah. / The step.' })
  name: RecommendationStep;

  @Field(() => Boolean, { description: 'Harus beralasan. / Whether a reason must be given.' })
  requiresReason: boolean;
}

@ObjectType({ description: 'Yang boleh Anda lakukan dengan rekomendasi ini. / What you may do with it.' })
export class RecommendationViewerCan {
  @Field(() => Boolean, { description: 'Menerimanya. / Accept it.' })
  accept: boolean;

  @Field(() => Boolean, { description: 'Menundanya. / Defer it.' })
  defer: boolean;

  @Field(() => Boolean, { description: 'Menolaknya. / Reject it.' })
  reject: boolean;

  @Field(() => Boolean, { description: 'Mulai mengerjakannya. / Start the work.' })
  start: boolean;

  @Field(() => Boolean, { description: 'Menambah tindak lanjut. / Add a follow-up.' })
  addFollowUp: boolean;

  @Field(() => Boolean, { description: 'Melaporkannya selesai. / Report it done.' })
  reportDone: boolean;

  @Field(() => Boolean, { description: 'Memverifikasinya. / Verify it.' })
  verify: boolean;

  @Field(() => Boolean, { description: 'Membukanya kembali. / Reopen it.' })
  reopen: boolean;

  @Field(() => Boolean, { description: 'Menilainya. / Assess it.' })
  assess: boolean;
}

const STEP_FIELDS = {
  accept: RecommendationStep.ACCEPT,
  defer: RecommendationStep.DEFER,
  reject: RecommendationStep.REJECT,
  start: RecommendationStep.START,
  reportDone: RecommendationStep.REPORT_DONE,
  verify: RecommendationStep.VERIFY,
  reopen: RecommendationStep.REOPEN,
} as const;

const PARTIES: ReadonlyMap<Role | null, Party> = new Map([
  [Role.ANALYST, Party.CENTRE],
  [Role.CONTRIBUTOR, Party.ADDRESSEE],
  [Role.REVIEWER, Party.ADDRESSEE],
]);

/** The party that an actor of a role can be. An addressee is one only of what is addressed to its unit. */
export const partyOf = (role: Role | null): Party | null => PARTIES.get(role) ?? null;

/** `when` only where it makes a difference. */
const either = (when: () => string, isSo: string, otherwise: string): string =>
  isSo === otherwise ? isSo : `case when ${when()} then ${isSo} else ${otherwise} end`;

/** jsonb that depends on the status, on who asks, and on one thing more. */
function byStatus(
  row: SqlRow,
  value: (status: RecommendationStatus | null, party: Party | null, circumstance: boolean) => unknown,
  circumstance: () => string,
): string {
  const text = (...given: Parameters<typeof value>): string => `'${JSON.stringify(value(...given))}'::jsonb`;
  const nothing = text(null, null, false);
  const party = partyOf(row.role);
  if (party === null) return nothing;
  const branches = Object.values(RecommendationStatus).map((status) => {
    const own = either(circumstance, text(status, party, true), text(status, party, false));
    return `when '${status}' then ${own}`;
  });
  const conditions = [isPublished(row.column('experience'))];
  if (party === Party.ADDRESSEE) conditions.push(isAddressedTo(row.column('id'), row.actor('satkerId', 'bigint')));
  return `case when ${conditions.join(' and ')} then case ${row.column('status')} ${branches.join(' ')} end else ${nothing} end`;
}

export const allowedTransitions = (row: SqlRow): string =>
  byStatus(
    row,
    (status, party, isProven) =>
      status && party
        ? nextSteps(status, party).map((next) => ({ name: next.step, requiresReason: needsReason(next, isProven) }))
        : [],
    () => hasEvidence(row.column('id')),
  );

export const viewerCan = (row: SqlRow): string =>
  byStatus(
    row,
    (status, party, isOwn) => {
      const steps = status && party ? nextSteps(status, party).map(({ step }) => step) : [];
      return {
        ...Object.fromEntries(Object.entries(STEP_FIELDS).map(([field, step]) => [field, steps.includes(step)])),
        addFollowUp: party !== null && status !== null && AT_WORK.includes(status),
        assess: party === Party.CENTRE && status !== null && ASSESSABLE.includes(status) && !isOwn,
      };
    },
    () => isOwnWork(row.column('id'), row.actor('userId', 'bigint')),
  );
