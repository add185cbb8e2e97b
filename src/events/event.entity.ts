import { Field, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  Unique,
  type Relation,
} from 'typeorm';
import { type AuditEntry } from '../audit/audit-entry.entity.js';
import { History } from '../audit/history.js';
import { byContainedText, byDate, byEnum, byText } from '../common/read/comparators.js';
import { Connection, List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { about } from '../common/subject.js';
import { bySatker } from '../satker/satker.filters.js';
import { Satker } from '../satker/satker.entity.js';
import { Citation } from '../sources/citation.entity.js';
import { Conflict } from '../sources/conflict.entity.js';
import { SourceDocument } from '../sources/source.entity.js';
import { ElectionCycle } from '../stages/cycle.entity.js';
import { Appearance } from './appearance.entity.js';
import { AppearanceRole, EventKind, EventMode, EventStatus } from './event.enums.js';
import { Participation } from './participation.entity.js';
import { Presentation } from './presentation.entity.js';
import { Session } from './session.entity.js';
import { Statement } from './statement.entity.js';

@Entity('events')
@Unique('UQ_events_slug', ['slug'])
@Index('IDX_events_start_date', ['startDate', 'id'])
@Check('CHK_events_dates', '"end_date" >= "start_date"')
@ReadModel({
  scope: everyone,
  filter: {
    slug: byText('slug', 'Slug. / Slug.'),
    kind: byEnum(EventKind, 'EventKind', 'kind', 'Jenis. / Kind.'),
    mode: byEnum(EventMode, 'EventMode', 'mode', 'Cara hadir. / Mode.'),
    status: byEnum(EventStatus, 'EventStatus', 'status', 'Keadaan. / Status.'),
    startDate: byDate('startDate', 'Tanggal mulai. / Start.'),
    organiser: bySatker('organiser', 'Penyelenggara. / Organiser.'),
    text: byContainedText(['title', 'theme', 'venue'], 'Judul, tema, atau tempat memuat teks ini. / Contained text.'),
  },
  order: { START_DATE: 'startDate', TITLE: 'title' },
  defaultOrder: [['startDate', 'DESC']],
})
@ObjectType({ implements: () => [Node], description: 'Kegiatan, misalnya Rakornas. / An event such as a Rakornas.' })
export class Event extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Nama pendek tetap untuk alamat dan rujukan. / Stable short name.' })
  slug: string;

  @EnumColumn(EventKind)
  @Field(() => EventKind, { description: 'Jenis. / Kind.' })
  kind: EventKind;

  @Column('text')
  @Field(() => String, { description: 'Judul. / Title.' })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Tema. / Theme.' })
  theme: string | null;

  @Column('date')
  @Field(() => DateScalar, { description: 'Hari pertama. / First day.' })
  startDate: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Hari terakhir; lihat conflicts. / Last day; see conflicts.',
  })
  endDate: string | null;

  @EnumColumn(EventMode, { nullable: true })
  @Field(() => EventMode, { nullable: true, description: 'Cara hadir. / Mode.' })
  mode: EventMode | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Tempat. / Venue.' })
  venue: string | null;

  @EnumColumn(EventStatus)
  @Field(() => EventStatus, { description: 'Keadaan. / Status.' })
  status: EventStatus;

  @ManyToOne(() => Satker, { nullable: false })
  @JoinColumn()
  @Field(() => Satker, { description: 'Satker penyelenggara. / The unit that holds it.' })
  organiser: Relation<Satker>;

  @ManyToMany(() => ElectionCycle)
  @JoinTable({ name: 'event_cycles' })
  @List(() => ElectionCycle, {
    order: [['votingDay', 'ASC']],
    description: 'Siklus yang dibahas. / Cycles it reviews.',
  })
  cycles: Relation<ElectionCycle>[];

  @List(() => Session, {
    via: 'event',
    order: [['ordinal', 'ASC']],
    description: 'Sesi, berurutan. / Sessions in order.',
  })
  sessions: Session[];

  @List(() => Appearance, {
    via: 'event',
    order: [['ordinal', 'ASC']],
    description: 'Siapa tampil dalam peran apa. / Who appeared in which role.',
    args: {
      role: {
        type: () => AppearanceRole,
        description: 'Hanya peran ini. / Only this role.',
        sql: (row, value) => `${row.column('role')} = ${value.param('text')}`,
      },
    },
  })
  appearances: Appearance[];

  @List(() => Statement, {
    via: 'event',
    order: [['ordinal', 'ASC']],
    description: 'Inti pernyataan. / Gists of what was said.',
  })
  statements: Statement[];

  @Connection(() => Participation, { via: 'event', description: 'Satker yang ikut. / Units that took part.' })
  participation: Participation[];

  @List(() => Presentation, { via: 'event', order: [['id', 'ASC']], description: 'Pemaparan satker. / Presentations.' })
  presentations: Presentation[];

  @List(() => SourceDocument, {
    description: 'Dokumen yang menjadi sumber data kegiatan ini. / Documents behind this event.',
    via: (source, event) =>
      `${source.column('id')} in (select source_id from citations where subject_type = 'Event' and subject_id = ${event.column('id')})`,
    order: [['publishedOn', 'ASC']],
  })
  sources: SourceDocument[];

  @List(() => Conflict, {
    via: about('Event'),
    order: [['field', 'ASC']],
    description: 'Perbedaan antarsumber, dengan semua klaim. / Where the sources disagree.',
  })
  conflicts: Conflict[];

  @List(() => Citation, {
    via: about('Event'),
    order: [
      ['field', 'ASC'],
      ['id', 'ASC'],
    ],
    description: 'Apa kata setiap sumber tentang setiap bidang. / What each source says of each field.',
    args: {
      field: {
        type: () => String,
        description: 'Hanya bidang ini. / Only this field.',
        sql: (row, value) => `${row.column('field')} = ${value.param('text')}`,
      },
    },
  })
  claims: Citation[];

  @History()
  history: AuditEntry[];
}
