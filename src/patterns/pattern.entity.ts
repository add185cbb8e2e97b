import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Node } from '../common/entity.js';
import { byContainedText, byDate, byFlag, byInt, byText, byTexts } from '../common/read/comparators.js';
import { Computed, Connection, List, ReadModel } from '../common/read/declare.js';
import { everyone, type ListLink } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { Obstacle } from '../experiences/obstacle.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Cause, Topic } from '../stages/taxonomy.entities.js';
import { inWords } from './pattern.words.js';
import { byUnitsUnder } from './pattern.filters.js';
import { PatternMember } from './member.entity.js';

/** Reference data by a column of codes. */
const among =
  (property: string): ListLink =>
  (child, pattern) =>
    `${child.column('code')} = any(${pattern.column(property)})`;

/**
 * Obstacles that are the same one in different units and years. All of it is derived from published experiences by a
 * projection, the counts too, so it is the same for every reader.
 */
@Entity('obstacle_patterns')
@Unique('UQ_obstacle_patterns_code', ['code'])
@Index('IDX_obstacle_patterns_satkers', ['satkerCount', 'id'])
@Index('IDX_obstacle_patterns_leader', ['leaderId'])
@ReadModel({
  scope: everyone,
  filter: {
    code: byText('code', 'Kode. / Code.'),
    stage: byTexts('stageCodes', 'Kode tahapan salah satu kendalanya. / Stage of one of its obstacles.'),
    cycle: byTexts('cycleCodes', 'Kode siklus salah satu kendalanya. / Cycle of one of its obstacles.'),
    topic: byTexts('topicCodes', 'Kode topik salah satu kendalanya. / Topic of one of its obstacles.'),
    cause: byTexts('causeCodes', 'Kode penyebab salah satu kendalanya. / Cause of one of its obstacles.'),
    under: byUnitsUnder('Ada kendala dari satker ini atau di bawahnya. / Some obstacle is of this unit or below it.'),
    obstacleCount: byInt('obstacleCount', 'Banyaknya kendala. / Number of obstacles.'),
    satkerCount: byInt('satkerCount', 'Banyaknya satker. / Number of units.'),
    provinceCount: byInt('provinceCount', 'Banyaknya provinsi. / Number of provinces.'),
    cycleCount: byInt('cycleCount', 'Banyaknya siklus. / Number of cycles.'),
    maxRisk: byInt('maxRisk', 'Skor risiko terbesar, 1–25. / Greatest risk score.'),
    afterDoneCount: byInt('afterDoneCount', 'Terulang setelah dilaporkan selesai. / Recurred after reported done.'),
    lastSeen: byDate('lastSeen', 'Terakhir terjadi. / Last seen.'),
    isDemo: byFlag('isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
    text: byContainedText(['label'], 'Memuat teks ini. / Contains this text.'),
  },
  order: {
    SATKER_COUNT: 'satkerCount',
    OBSTACLE_COUNT: 'obstacleCount',
    PROVINCE_COUNT: 'provinceCount',
    CYCLE_COUNT: 'cycleCount',
    MAX_RISK: 'maxRisk',
    AFTER_DONE_COUNT: 'afterDoneCount',
    LAST_SEEN: 'lastSeen',
  },
  defaultOrder: [['satkerCount', 'DESC']],
})
@ObjectType({
  implements: () => [Node],
  description:
    'Kendala yang sama di berbagai satker dan tahun, dari pengalaman yang diterbitkan. / The same obstacle in different units and years.',
})
export class ObstaclePattern extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'Kode untuk dirujuk, misalnya POLA-000012. / Code to refer to.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'Salah satu kendalanya, sebagai nama. / One of its obstacles, as a name.' })
  label: string;

  /** The member that gives the label; the first one as long as it is there. */
  @Column('bigint')
  leaderId: string;

  /** Those of the obstacle that founded it, the rarest first: what others are compared with. */
  @Index('IDX_obstacle_patterns_stems', { synchronize: false })
  @Column('text', { array: true })
  stems: string[];

  @Column('bigint', { nullable: true })
  causeId: string | null;

  @Column('bigint', { nullable: true })
  topicId: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: 'Dari data peragaan; tidak pernah bercampur. / Of demonstration data only.' })
  isDemo: boolean;

  @Column('int', { default: 0 })
  @Field(() => Int, { description: 'Banyaknya kendala. / Number of obstacles.' })
  obstacleCount: number;

  @Column('int', { default: 0 })
  @Field(() => Int, { description: 'Banyaknya satker yang mengalaminya. / Number of units that met it.' })
  satkerCount: number;

  @Column('int', { default: 0 })
  @Field(() => Int, { description: 'Banyaknya provinsi. / Number of provinces.' })
  provinceCount: number;

  @Column('int', { default: 0 })
  @Field(() => Int, { description: 'Banyaknya siklus. / Number of election cycles.' })
  cycleCount: number;

  @Column('int', { default: 0 })
  @Field(() => Int, {
    description:
      'Yang terjadi setelah rekomendasi atas kendala yang sama dilaporkan selesai. / Obstacles that happened after a recommendation about the same one was reported done.',
  })
  afterDoneCount: number;

  @Column('smallint', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Skor risiko terbesar, 1–25. / Greatest risk score.' })
  maxRisk: number | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Pertama kali terjadi. / First seen.' })
  firstSeen: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Terakhir terjadi. / Last seen.' })
  lastSeen: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Saat rekomendasi atas kendala ini pertama kali dilaporkan selesai. / When a recommendation about it was first reported done.',
  })
  firstDoneOn: string | null;

  @Column('int', { array: true, default: '{}' })
  @Field(() => [Int], { description: 'Tahun-tahun terjadinya. / Years in which it happened.' })
  years: number[];

  @Column('text', { array: true, default: '{}' })
  @Field(() => [String], {
    description: 'Kata dasar yang paling sering sama, paling banyak enam. / The stems most shared, six at most.',
  })
  commonWords: string[];

  @Computed(inWords)
  @Field(() => String, {
    description:
      'Alasan dianggap satu pola: berapa satker, provinsi, siklus, dan kata yang sama. / Why it is a pattern: how many units, provinces and cycles, and which words.',
  })
  reason: string;

  @Column('text', { array: true, default: '{}' })
  stageCodes: string[];

  @Column('text', { array: true, default: '{}' })
  cycleCodes: string[];

  @Column('text', { array: true, default: '{}' })
  topicCodes: string[];

  @Column('text', { array: true, default: '{}' })
  causeCodes: string[];

  /** Of its units and of all above them. */
  @Column('text', { array: true, default: '{}' })
  unitCodes: string[];

  @List(() => Stage, { via: among('stageCodes'), order: [['code', 'ASC']], description: 'Tahapannya. / Its stages.' })
  stages: Stage[];

  @List(() => ElectionCycle, {
    via: among('cycleCodes'),
    order: [['code', 'ASC']],
    description: 'Siklusnya. / Its cycles.',
  })
  cycles: ElectionCycle[];

  @List(() => Topic, { via: among('topicCodes'), order: [['code', 'ASC']], description: 'Topiknya. / Its topics.' })
  topics: Topic[];

  @List(() => Cause, {
    via: among('causeCodes'),
    order: [['code', 'ASC']],
    description: 'Penyebabnya. / Its causes.',
  })
  causes: Cause[];

  @List(() => PatternMember, {
    via: 'pattern',
    order: [['similarity', 'DESC']],
    description:
      'Kendalanya, dengan alasan mengapa dianggap sama. / Its obstacles, and why each is taken for the same.',
  })
  members: PatternMember[];

  @Connection(() => Obstacle, {
    via: (obstacle, pattern) =>
      `${obstacle.column('id')} in (select obstacle_id from obstacle_pattern_members where pattern_id = ${pattern.column('id')})`,
    description: 'Kendalanya. / Its obstacles.',
  })
  obstacles: Obstacle[];
}
