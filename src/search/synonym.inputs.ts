import { Field, InputType } from '@nestjs/graphql';
import { Creation, Revision, revisionOf } from '../common/write/inputs.js';
import { OptionalText, Texts } from '../common/write/validation.js';

export const MOST_FORMS = 20;

@InputType({ description: 'Istilah yang sama artinya. / Terms that mean the same.' })
export class AddSynonymInput extends Creation {
  @Texts(100, MOST_FORMS)
  @Field(() => [String], { description: 'Dua bentuk atau lebih. / Two forms or more.' })
  forms: string[];

  @OptionalText(500)
  @Field(() => String, { nullable: true, description: 'Catatan. / A note.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Dipakai pencarian; bawaan true. / In use; true by default.' })
  isActive?: boolean | null;
}

@InputType({ description: 'Perubahan sinonim; yang tidak diisi tetap. / What is left out stays.' })
export class UpdateSynonymInput extends revisionOf(AddSynonymInput) {}

@InputType({ description: 'Sinonim yang dihapus. / The synonym to remove.' })
export class RemoveSynonymInput extends Revision {}
