import { Field, InputType } from '@nestjs/graphql';
import { DateScalar } from '../common/scalars.js';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Text } from '../common/write/validation.js';
import { ApplicationOutcome } from './lesson.enums.js';

@InputType({
  description: 'Satker Anda menerapkan sebuah pelajaran pada satu siklus. / Your unit applied a lesson in a cycle.',
})
export class RecordLessonApplicationInput extends Creation {
  @Text(40)
  @Field(() => String, { description: 'Kode pelajaran. / Code of the lesson.' })
  lesson: string;

  @Text(40)
  @Field(() => String, { description: 'Kode siklus. / Code of the election cycle.' })
  cycle: string;

  @Field(() => ApplicationOutcome, { description: 'Hasilnya. / What came of it.' })
  outcome: ApplicationOutcome;

  @Text(5000)
  @Field(() => String, {
    nullable: true,
    description: 'Bukti; wajib bila membantu. / Evidence; required where it helped, fully or in part.',
  })
  evidence?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Sejak kapan; wajib, kecuali tidak dapat diterapkan. / Since when; required unless not applicable.',
  })
  appliedOn?: string | null;
}

@InputType({ description: 'Mengubah catatan penerapan. / Changes what was recorded.' })
export class UpdateLessonApplicationInput extends revisionOf(RecordLessonApplicationInput, ['lesson', 'cycle']) {}
