import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { describedEnum } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Stage } from './stage.entity.js';

export enum ElectionRegime {
  PEMILU = 'PEMILU',
  PEMILIHAN = 'PEMILIHAN',
}
describedEnum(ElectionRegime, 'ElectionRegime', 'Rezim pemilihan. / Which law an election runs under.', {
  PEMILU: 'Pemilu nasional: presiden dan lembaga perwakilan. / National: president and councils.',
  PEMILIHAN: 'Pemilihan kepala daerah (Pilkada). / Heads of regions.',
});

@Entity('election_cycles')
@Unique('UQ_election_cycles_code', ['code'])
@ReadModel({ scope: everyone, defaultOrder: [['votingDay', 'ASC']], order: { VOTING_DAY: 'votingDay', CODE: 'code' } })
@ObjectType({ implements: () => [Node], description: 'Satu siklus pemilu atau pemilihan. / One election cycle.' })
export class ElectionCycle extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode, misalnya PEMILU-2024. / Code.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'Nama. / Name.' })
  name: string;

  @EnumColumn(ElectionRegime)
  @Field(() => ElectionRegime, { description: 'Rezim. / Regime.' })
  regime: ElectionRegime;

  @Column('smallint')
  @Field(() => Int, { description: 'Tahun pemungutan suara. / Year of the vote.' })
  year: number;

  @Column('date')
  @Field(() => DateScalar, { description: 'Hari pemungutan suara. / Voting day.' })
  votingDay: string;

  @List(() => Stage, {
    via: 'cycle',
    order: [['position', 'ASC']],
    description: 'Tahapan siklus ini, berurutan. / Its stages in order.',
  })
  stages: Stage[];
}
