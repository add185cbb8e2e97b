import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '../../common/access.js';
import { describedEnum } from '../../common/read/comparators.js';
import type { SqlRow } from '../../common/read/model.js';
import { LessonStatus } from '../lesson.enums.js';
import { IN_FORCE, LessonStep, LIVE, nextSteps } from './workflow.js';

describedEnum(LessonStep, 'LessonStep', 'Langkah dalam hidup pelajaran. / A step in the life of a lesson.', {
  ENDORSE: 'Mengesahkan. / Endorse.',
  MARK_LEARNED: 'Menyatakan terbukti. / Mark as learned.',
  SUPERSEDE: 'Menggantikan dengan yang lain. / Supersede by another.',
  RETIRE: 'Menyatakan tidak berlaku. / Retire.',
});

@ObjectType({ description: 'Langkah atas pelajaran yang boleh Anda ambil. / A step that you may take with a lesson.' })
export class AllowedLessonStep {
  @Field(() => LessonStep, { description: 'Langkah. / The step.' })
  name: LessonStep;

  @Field(() => Boolean, { description: 'Harus beralasan. / Whether a reason must be given.' })
  requiresReason: boolean;
}

@ObjectType({ description: 'Yang boleh Anda lakukan dengan pelajaran ini. / What you may do with this lesson.' })
export class LessonViewerCan {
  @Field(() => Boolean, { description: 'Mengubah isinya. / Change its text.' })
  update: boolean;

  @Field(() => Boolean, { description: 'Menambah dan melepas sumber. / Link and unlink sources.' })
  link: boolean;

  @Field(() => Boolean, { description: 'Menggabungkannya ke pelajaran lain. / Merge it into another.' })
  merge: boolean;

  @Field(() => Boolean, { description: 'Memisahkannya kembali. / Take it out of the other again.' })
  unmerge: boolean;

  @Field(() => Boolean, { description: 'Mencatat penerapan di satker Anda. / Record that your unit applied it.' })
  recordApplication: boolean;
}

const text = (value: unknown): string => `'${JSON.stringify(value)}'::jsonb`;

/** jsonb that depends on the status; a merged lesson is out of reach whatever its status is. */
function byStatus(row: SqlRow, merged: unknown, value: (status: LessonStatus) => unknown): string {
  const branches = Object.values(LessonStatus).map((status) => `when '${status}' then ${text(value(status))}`);
  return `case when ${row.column('mergedInto')} is not null then ${text(merged)}
    else case ${row.column('status')} ${branches.join(' ')} end end`;
}

export const allowedTransitions = (row: SqlRow): string =>
  row.role === Role.ANALYST
    ? byStatus(row, [], (status) =>
        nextSteps(status).map(({ step, requiresReason }) => ({ name: step, requiresReason })),
      )
    : text([]);

const NOTHING: LessonViewerCan = { update: false, link: false, merge: false, unmerge: false, recordApplication: false };

export function viewerCan(row: SqlRow): string {
  if (row.role === Role.CONTRIBUTOR)
    return byStatus(row, NOTHING, (status) => ({ ...NOTHING, recordApplication: IN_FORCE.includes(status) }));
  if (row.role !== Role.ANALYST) return text(NOTHING);
  return byStatus(row, { ...NOTHING, unmerge: true }, (status) => {
    const isLive = LIVE.includes(status);
    return { ...NOTHING, update: isLive, link: isLive, merge: isLive };
  });
}
