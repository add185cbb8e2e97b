import { Field, ID, InputType } from '@nestjs/graphql';
import { Creation, Revision, revisionOf } from '../common/write/inputs.js';
import { Text, Texts } from '../common/write/validation.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { SourceRelation } from './lesson.enums.js';

const MAX_TEXT = 5000;
const MAX_STAGES = 50;

@InputType({ isAbstract: true })
abstract class LessonText extends Creation {
  @Text(MAX_TEXT)
  @Field(() => String, { nullable: true, description: 'Dalam keadaan apa. / In which situation.' })
  context?: string | null;

  @Text(MAX_TEXT)
  @Field(() => String, {
    nullable: true,
    description: 'Apa yang dipahami; wajib untuk disahkan. / What was understood; required to endorse it.',
  })
  insight?: string | null;

  @Text(MAX_TEXT)
  @Field(() => String, {
    nullable: true,
    description: 'Apa yang sebaiknya dilakukan; wajib untuk disahkan. / What to do; required to endorse it.',
  })
  practice?: string | null;

  @Texts(40, MAX_STAGES)
  @Field(() => [String], {
    nullable: true,
    description: 'Kode tahapan; kosong: semua. / Codes of stages; all if empty.',
  })
  stages?: string[] | null;

  @Field(() => [SatkerLevel], { nullable: true, description: 'Tingkat satker; kosong: semua. / Levels; all if empty.' })
  levels?: SatkerLevel[] | null;
}

@InputType({ description: 'Pelajaran baru, sebagai calon. / A new lesson, as a candidate.' })
export class CreateLessonInput extends LessonText {
  @Text(300)
  @Field(() => String, {
    nullable: true,
    description: 'Judul; bila kosong, nama polanya. / Title; the name of the pattern unless given.',
  })
  title?: string | null;

  @Text(40)
  @Field(() => String, {
    nullable: true,
    description:
      'Kode pola kendala: semua kendalanya menjadi sumber yang mendukung. / Code of a pattern: all of its obstacles become supporting sources.',
  })
  fromPattern?: string | null;
}

@InputType({ isAbstract: true })
class TitledLesson extends LessonText {
  @Text(300)
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;
}

@InputType({ description: 'Mengubah pelajaran; yang tidak diisi tetap. / Changes a lesson; what is left out stays.' })
export class UpdateLessonInput extends revisionOf(TitledLesson) {}

/** What each step of the workflow carries. */
@InputType({
  description:
    'Satu langkah pada satu pelajaran; allowedTransitions menyebut mana yang harus beralasan. / One step; allowedTransitions tells which need a reason.',
})
export class LessonStepInput extends Revision {
  @Text(100)
  @Field(() => String, {
    nullable: true,
    description: 'Bila diisi, permintaan yang diulang hanya dikerjakan sekali. / If given, repeating it does nothing.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'Menggantikan pelajaran dengan yang lain. / Supersedes a lesson by another.' })
export class SupersedeLessonInput extends LessonStepInput {
  @Text(40)
  @Field(() => String, { description: 'Kode penggantinya, yang disahkan. / Code of the other, which is endorsed.' })
  by: string;
}

@InputType({ description: 'Menggabungkan pelajaran ke yang lain. / Merges a lesson into another.' })
export class MergeLessonsInput extends LessonStepInput {
  @Text(40)
  @Field(() => String, { description: 'Kode pelajaran tujuan. / Code of the lesson it is merged into.' })
  into: string;
}

@InputType({ description: 'Sumber baru sebuah pelajaran. / A new source of a lesson.' })
export class LinkLessonSourceInput extends Creation {
  @Text(40)
  @Field(() => String, { description: 'Kode pelajaran. / Code of the lesson.' })
  lesson: string;

  @Field(() => SourceRelation, { description: 'Mendukung, menyanggah, atau mempertajam. / What it is to the lesson.' })
  relation: SourceRelation;

  @Field(() => ID, {
    description:
      'Id pengalaman, kendala, pernyataan, atau dokumen. / Id of an experience, an obstacle, a statement or a document.',
  })
  subject: string;

  @Text(2000)
  @Field(() => String, { nullable: true, description: 'Catatan. / A note.' })
  note?: string | null;
}

@InputType({ description: 'Melepas sumber dari sebuah pelajaran. / Takes a source away from a lesson.' })
export class UnlinkLessonSourceInput extends LessonStepInput {
  @Field(() => ID, { description: 'Id sumbernya. / Id of the source.' })
  source: string;
}
