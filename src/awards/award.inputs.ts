import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Creation, revisionOf } from '../common/write/inputs.js';
import { Text, WholeNumber } from '../common/write/validation.js';

@InputType({ description: 'Kategori penghargaan baru. / A new award category.' })
export class AddAwardCategoryInput extends Creation {
  @Text(80)
  @Field(() => String, { description: 'Slug kegiatan. / Slug of the event.' })
  event: string;

  @Text(40)
  @Field(() => String, { description: 'Kode tahapan. / Code of the stage.' })
  stage: string;

  @Text(5000)
  @Field(() => String, { description: 'Apa yang dinilai. / What is judged.' })
  criteria: string;
}

@InputType({ description: 'Perubahan kategori; kegiatannya tetap. / The event stays.' })
export class UpdateAwardCategoryInput extends revisionOf(AddAwardCategoryInput, ['event']) {}

@InputType({ description: 'Penghargaan yang diberikan kepada satu satker. / An award given to a unit.' })
export class GrantAwardInput extends Creation {
  @Field(() => ID, { description: 'Id kategori. / Id of the category.' })
  category: string;

  @Text(200)
  @Field(() => String, { description: 'Kode atau nama satker pemenang. / Code or name of the winning unit.' })
  satker: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id pemaparan satker itu di kegiatan yang sama. / Id of that unit’s presentation at the same event.',
  })
  presentation?: string | null;

  @WholeNumber(1, 100)
  @Field(() => Int, { nullable: true, description: 'Peringkat, 1 terbaik; bawaan 1. / Rank, 1 is best.' })
  rank?: number;
}

@InputType({ description: 'Perubahan penghargaan; kategorinya tetap. / The category stays.' })
export class UpdateAwardInput extends revisionOf(GrantAwardInput, ['category']) {}
