import type { Type } from '@nestjs/common';
import { Field, InputType, IntersectionType } from '@nestjs/graphql';
import { DateScalar } from '../common/scalars.js';
import { Creation, Revision } from '../common/write/inputs.js';
import { Items, Text } from '../common/write/validation.js';
import { Remedy } from '../experiences/experience.enums.js';
import { ProposedRecommendationInput } from '../experiences/experience.inputs.js';
import { AddresseeRole, Instrument, Priority } from './recommendation.enums.js';

const MAX_ADDRESSEES = 20;

@InputType({
  description: 'Rekomendasi pusat atas pengalaman yang sudah diterbitkan. / A recommendation of the centre’s own.',
})
export class CreateRecommendationInput extends IntersectionType(
  Creation as Type<Creation>,
  ProposedRecommendationInput,
  InputType,
) {
  @Text(40)
  @Field(() => String, { description: 'Kode pengalaman yang diterbitkan. / Code of a published experience.' })
  experience: string;
}

/** What each step of the workflow carries. */
@InputType({
  description:
    'Satu langkah pada satu rekomendasi; allowedTransitions menyebut mana yang harus beralasan. / One step; allowedTransitions tells which need a reason.',
})
export class RecommendationStepInput extends Revision {
  @Text(100)
  @Field(() => String, {
    nullable: true,
    description: 'Bila diisi, permintaan yang diulang hanya dikerjakan sekali. / If given, repeating it does nothing.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'Pihak yang dituju: satker atau lembaga di luar, salah satu. / A unit or an organisation.' })
export class AddresseeInput {
  @Text(200)
  @Field(() => String, { nullable: true, description: 'Kode atau nama satker. / Code or name of a unit.' })
  satker?: string | null;

  @Text(200)
  @Field(() => String, { nullable: true, description: 'Nama lembaga di luar KPU. / Name of an organisation outside.' })
  organisation?: string | null;

  @Field(() => AddresseeRole, { description: 'Penanggung jawab atau membantu. / Answers for it, or supports.' })
  role: AddresseeRole;
}

@InputType({ description: 'Menerima rekomendasi dengan rencananya. / Accepts a recommendation, with its plan.' })
export class AcceptRecommendationInput extends RecommendationStepInput {
  @Field(() => Remedy, {
    nullable: true,
    description: 'Jenis perbaikan; bila kosong, yang diusulkan. / Kind of remedy; the proposed one unless given.',
  })
  remedy?: Remedy | null;

  @Field(() => Instrument, { description: 'Bentuk hukum yang diperlukan. / Legal form it needs.' })
  instrument: Instrument;

  @Field(() => Priority, { description: 'Prioritas. / Priority.' })
  priority: Priority;

  @Field(() => DateScalar, { description: 'Tenggat, paling awal hari ini. / Due date, not before today.' })
  dueDate: string;

  @Items(() => AddresseeInput, MAX_ADDRESSEES)
  @Field(() => [AddresseeInput], {
    description: 'Pihak yang harus bertindak; sedikitnya satu LEAD. / Who has to act; at least one LEAD.',
  })
  addressees: AddresseeInput[];
}
