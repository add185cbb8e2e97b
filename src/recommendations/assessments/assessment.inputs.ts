import { Field, ID, InputType } from '@nestjs/graphql';
import { Creation } from '../../common/write/inputs.js';
import { Text } from '../../common/write/validation.js';
import { Fulfilment } from '../recommendation.enums.js';

@InputType({ description: 'Penilaian atas satu rekomendasi. / An assessment of a recommendation.' })
export class AssessRecommendationInput extends Creation {
  @Field(() => ID, { description: 'Id rekomendasi. / Id of the recommendation.' })
  recommendation: string;

  @Field(() => Fulfilment, { description: 'Sejauh mana terlaksana. / How far it was carried out.' })
  fulfilment: Fulfilment;

  @Text(5000)
  @Field(() => String, { nullable: true, description: 'Catatan. / Note.' })
  note?: string | null;
}
