import { Field, InputType } from '@nestjs/graphql';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Slug, Text, Texts } from '../common/write/validation.js';

/** Longest name of a person, typed in or taken from a source. */
export const MAX_NAME = 200;

@InputType({ description: 'Orang baru. / A new person.' })
export class CreatePersonInput extends Creation {
  @Slug()
  @Field(() => String, { description: 'Nama pendek tetap: huruf kecil, angka, tanda hubung. / Stable short name.' })
  slug: string;

  @Text(MAX_NAME)
  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;

  @Texts(MAX_NAME, 20)
  @Field(() => [String], { nullable: true, description: 'Ejaan lain dalam sumber. / Other spellings in the sources.' })
  aliases?: string[] | null;
}

@InputType({ description: 'Perubahan data orang; yang tidak diisi tetap. / What is left out stays.' })
export class UpdatePersonInput extends revisionOf(CreatePersonInput) {}
