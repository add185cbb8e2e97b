import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RiskBand } from '../analytics/dimension.enum.js';
import { EnumColumn } from '../common/entity.js';
import { byDateTime, byElement, byEnum, byFlag, byInt, byText } from '../common/read/comparators.js';
import { ReadModel } from '../common/read/declare.js';
import { visibleWhere } from '../common/read/model.js';
import { Event } from '../events/event.entity.js';
import { ExperienceKind, ExperienceStatus } from '../experiences/experience.enums.js';
import { experienceScope } from '../experiences/experience.scope.js';
import { bySatker } from '../satker/satker.filters.js';
import { Satker } from '../satker/satker.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { Topic } from '../stages/taxonomy.entities.js';
import { SearchType } from './search.enums.js';

/** Many rows that are written often, and never without the records they speak of. */
const UNCHECKED = { createForeignKeyConstraints: false } as const;

/** What belongs to an experience exists for whom the experience exists; without a status it is for everybody. */
const searchScope = visibleWhere((row, role) => {
  const experience = experienceScope as Extract<typeof experienceScope, { kind: 'predicate' }>;
  return `${row.column('status')} is null or ${experience.sql(row, role)}`;
});

/**
 * One record as the search sees it: its words as stems, and what hits are filtered and counted by. Written by
 * `search-index.ts` alone. Properties that are called as those of an experience are scoped as they are there.
 */
@Entity('search_documents')
@Index('IDX_search_documents_recent', ['reportedAt', 'id'])
@Index('IDX_search_documents_stage', ['stage', 'reportedAt', 'id'])
@Index('IDX_search_documents_province', ['province', 'reportedAt', 'id'])
@Index('IDX_search_documents_satker', ['satker', 'reportedAt', 'id'])
@Index('IDX_search_documents_risk', ['riskScore', 'reportedAt', 'id'])
@Index('IDX_search_documents_experience', ['experienceId'])
@ReadModel({
  scope: searchScope,
  filterName: 'SearchFilter',
  filter: {
    stage: byText('stage.code', 'Kode tahapan. / Code of the stage.'),
    cycle: byText('cycle.code', 'Kode siklus. / Code of the cycle.'),
    topic: byText('topic.code', 'Kode topik. / Code of the topic.'),
    cause: byElement('causes', 'Kode penyebab salah satu kendalanya. / Code of a cause.'),
    event: byText('event.slug', 'Slug kegiatan. / Slug of the event.'),
    satker: bySatker('satker', 'Satker pelapor. / The reporting unit.'),
    province: byText('province.code', 'Kode provinsi. / Code of the province.'),
    kind: byEnum(ExperienceKind, 'ExperienceKind', 'kind', 'Jenis pengalaman. / Kind of experience.'),
    year: byInt('year', 'Tahun kejadian, atau tahun pelaporan. / Year it happened, or was reported.'),
    severity: byInt('severity', 'Dampak terbesar, 1–5. / Greatest impact.'),
    band: byEnum(RiskBand, 'RiskBand', 'band', 'Tingkat risiko. / Risk band.'),
    reportedAt: byDateTime('reportedAt', 'Saat dilaporkan. / When it was reported.'),
    isDemo: byFlag('isDemo', 'Data peragaan atau bukan. / Demonstration data or not.'),
  },
})
export class SearchDocument {
  /** Made of the record's key and type, so that it stays when the index is built anew. */
  @PrimaryColumn('bigint')
  id: string;

  @EnumColumn(SearchType)
  type: SearchType;

  @Column('bigint')
  subjectId: string;

  /** The experience that it is, or is part of. */
  @Column('bigint', { nullable: true })
  experienceId: string | null;

  @ManyToOne(() => Satker, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  satker: Relation<Satker> | null;

  @EnumColumn(ExperienceStatus, { nullable: true })
  status: ExperienceStatus | null;

  @ManyToOne(() => Stage, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  stage: Relation<Stage> | null;

  @ManyToOne(() => ElectionCycle, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  cycle: Relation<ElectionCycle> | null;

  @ManyToOne(() => Topic, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  topic: Relation<Topic> | null;

  @ManyToOne(() => Event, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  event: Relation<Event> | null;

  @ManyToOne(() => Satker, { nullable: true, ...UNCHECKED })
  @JoinColumn()
  province: Relation<Satker> | null;

  /** Codes. */
  @Column('text', { array: true, default: '{}' })
  causes: string[];

  @EnumColumn(ExperienceKind, { nullable: true })
  kind: ExperienceKind | null;

  @Column('smallint', { nullable: true })
  year: number | null;

  @Column('smallint', { nullable: true })
  severity: number | null;

  @EnumColumn(RiskBand, { nullable: true })
  band: RiskBand | null;

  /** 0 where there is none, so that it can be ordered by. */
  @Column('smallint', { default: 0 })
  riskScore: number;

  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('timestamptz')
  reportedAt: Date;

  /** Stems with places and weights, whole names behind `=`, stems of titles behind `^`; see `lexemes.ts`. */
  @Index('IDX_search_documents_words', { synchronize: false })
  @Column('tsvector')
  words: string;
}
