import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Text } from '../common/write/validation.js';

@InputType({ description: 'Keputusan atas satu perbedaan antarsumber. / The settlement of a conflict.' })
export class ResolveConflictInput {
  @Field(() => ID, { description: 'Id perbedaan. / Id of the conflict.' })
  conflict: string;

  @Field(() => Int, {
    description: 'Versi yang Anda lihat; klaim baru menaikkannya. / The version you saw; a new claim raises it.',
  })
  expectedVersion: number;

  @Field(() => ID, { description: 'Id kutipan yang dipilih. / Id of the claim chosen.' })
  citation: string;

  @Text(1000)
  @Field(() => String, {
    description: 'Mengapa klaim itu; wajib, ditampilkan dan dicatat. / Why that claim; shown, and kept in the history.',
  })
  reason: string;
}
