import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { describedEnum } from '../common/read/comparators.js';
import { List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { ElectionCycle } from './cycle.entity.js';
import { StagePart } from './stage-part.entity.js';

export enum StagePhase {
  PREPARATION = 'PREPARATION',
  CONDUCT = 'CONDUCT',
}
describedEnum(StagePhase, 'StagePhase', 'Fase menurut PKPU Pilkada. / Phase in the regional elections’ schedule.', {
  PREPARATION: 'Tahapan persiapan. / Preparation.',
  CONDUCT: 'Tahapan penyelenggaraan. / Conduct.',
});

@Entity('stages')
@Unique('UQ_stages_code', ['code'])
@ReadModel({ scope: everyone, defaultOrder: [['code', 'ASC']] })
@ObjectType({
  implements: () => [Node],
  description: 'Tahapan: bagian penyelenggaraan menurut jadwal siklusnya. / A stage of an election cycle.',
})
export class Stage extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode, misalnya PEMILU-09. / Code.' })
  code: string;

  @Index('IDX_stages_cycle')
  @ManyToOne(() => ElectionCycle, { nullable: false })
  @JoinColumn()
  @Field(() => ElectionCycle, { description: 'Siklusnya. / Its cycle.' })
  cycle: Relation<ElectionCycle>;

  @Column('smallint')
  @Field(() => Int, { description: 'Urutan dalam siklus, dari 1. / Position in the cycle, from 1.' })
  position: number;

  @EnumColumn(StagePhase, { nullable: true })
  @Field(() => StagePhase, {
    nullable: true,
    description: 'Fase; hanya Pilkada membaginya. / Phase; regional elections only.',
  })
  phase: StagePhase | null;

  @Column('text')
  @Field(() => String, { description: 'Nama menurut PKPU. / Name in the regulation.' })
  name: string;

  @Column('text')
  @Field(() => String, { description: 'Nama dalam bahasa Inggris. / English name.' })
  nameEn: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Mulai; kosong bila tidak ditetapkan sebagai tanggal. / Start, if fixed.',
  })
  startDate: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Selesai; kosong bila tidak ditetapkan. / End, if fixed.' })
  endDate: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Catatan tentang jadwal. / A note on the schedule.' })
  note: string | null;

  @Column('text', { array: true, default: '{}' })
  @Field(() => [String], { description: 'Alamat sumber jadwalnya. / Addresses the schedule was taken from.' })
  sourceUrls: string[];

  @List(() => StagePart, {
    via: 'stage',
    order: [['position', 'ASC']],
    description: 'Bagian dengan jadwal sendiri. / Parts with dates of their own.',
  })
  parts: StagePart[];
}
