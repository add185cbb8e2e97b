import { Field, ObjectType } from '@nestjs/graphql';
import { ReadFields } from '../common/read/declare.js';
import { Satker } from './satker.entity.js';

@ObjectType({ description: 'Jawaban atas sebuah nama: satker mana yang dimaksud. / Which units a name may mean.' })
export class SatkerLookup {
  @Field(() => String, { description: 'Nama yang dicari. / The name asked for.' })
  name: string;

  @Field(() => Boolean, { description: 'Lebih dari satu satker cocok. / More than one unit matches.' })
  isAmbiguous: boolean;

  @Field(() => String, { description: 'Kalimat untuk dibaca orang. / A sentence for people.' })
  message: string;

  @ReadFields(() => Satker, 'Semua satker yang cocok. / Every unit that matches.')
  matches: Satker[];
}
