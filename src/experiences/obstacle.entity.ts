import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { byContainedText, byDate, byDateTime, byEnum, byFlag, byInt, byText } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, ScaleColumn, StoredEntity } from '../common/entity.js';
import { inheritedFrom } from '../common/read/model.js';
import { SatkerLevel } from '../satker/satker.entity.js';
import { bySatker } from '../satker/satker.filters.js';
import { Cause } from '../stages/taxonomy.entities.js';
import { ExperienceStatus, Regulated } from './experience.enums.js';
import { Experience } from './experience.entity.js';

@Entity('obstacles')
@Index('IDX_obstacles_experience', ['experience', 'ordinal', 'id'])
@Index('IDX_obstacles_risk', ['riskScore', 'id'])
@Check('CHK_obstacles_risk_score', '"risk_score" is not distinct from "likelihood" * "impact"')
@ReadModel({
  scope: inheritedFrom('experience'),
  filter: {
    stage: byText('experience.stage.code', 'Kode tahapan. / Code of the stage.'),
    cycle: byText('experience.stage.cycle.code', 'Kode siklus. / Code of the cycle.'),
    topic: byText('experience.topic.code', 'Kode topik. / Code of the topic.'),
    event: byText('experience.event.slug', 'Slug kegiatan. / Slug of the event.'),
    satker: bySatker('experience.satker', 'Satker pelapor. / The reporting unit.'),
    satkerLevel: byEnum(
      SatkerLevel,
      'SatkerLevel',
      'experience.satker.level',
      'Tingkat satkernya. / Level of the unit.',
    ),
    cause: byText('cause.code', 'Kode penyebab. / Code of the cause.'),
    regulated: byEnum(Regulated, 'Regulated', 'regulated', 'Sudah diatur atau belum. / Regulated or not.'),
    status: byEnum(
      ExperienceStatus,
      'ExperienceStatus',
      'experience.status',
      'Tahap pengalamannya. / Status of its experience.',
    ),
    likelihood: byInt('likelihood', 'Kemungkinan, 1–5. / Likelihood.'),
    impact: byInt('impact', 'Dampak, 1–5. / Impact.'),
    riskScore: byInt('riskScore', 'Skor risiko, 1–25. / Risk score.'),
    occurredOn: byDate('experience.occurredOn', 'Tanggal kejadian. / When it happened.'),
    reportedAt: byDateTime('experience.reportedAt', 'Saat dilaporkan. / When it was reported.'),
    isDemo: byFlag('experience.isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(['text'], 'Memuat teks ini. / Contains this text.'),
  },
  order: { RISK_SCORE: 'riskScore', LIKELIHOOD: 'likelihood', IMPACT: 'impact' },
  defaultOrder: [['id', 'ASC']],
})
@ObjectType({ implements: () => [Node], description: 'Kendala di lapangan. / An obstacle met in the field.' })
export class Obstacle extends StoredEntity {
  @ManyToOne(() => Experience, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Experience, { description: 'Pengalaman yang memuatnya. / The experience it belongs to.' })
  experience: Relation<Experience>;

  @Column('smallint', { default: 1 })
  @Field(() => Int, { description: 'Urutan dalam pengalaman. / Place in the experience.' })
  ordinal: number;

  @Column('text')
  @Field(() => String, { description: 'Kendalanya. / What the obstacle was.' })
  text: string;

  @Index('IDX_obstacles_cause')
  @ManyToOne(() => Cause, { nullable: true })
  @JoinColumn()
  @Field(() => Cause, { nullable: true, description: 'Golongan penyebab. / Category of cause.' })
  cause: Relation<Cause> | null;

  @ScaleColumn()
  @Field(() => Int, { nullable: true, description: 'Kemungkinan terulang, 1–5. / Likelihood.' })
  likelihood: number | null;

  @ScaleColumn()
  @Field(() => Int, { nullable: true, description: 'Dampak, 1–5. / Impact.' })
  impact: number | null;

  /** Kept, so that it can be ordered by and indexed; a check holds it to likelihood × impact. */
  @Column('smallint', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Kemungkinan × dampak, 1–25. / Likelihood × impact.' })
  riskScore: number | null;

  @EnumColumn(Regulated, { nullable: true })
  @Field(() => Regulated, { nullable: true, description: 'Sudah diatur atau belum. / Whether rules foresaw it.' })
  regulated: Regulated | null;
}
