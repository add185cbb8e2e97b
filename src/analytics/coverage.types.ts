import { Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ReportField, ReportType } from '../common/read/declare.js';
import { PageInfo } from '../common/read/generated-types.js';
import { DateTimeScalar, JsonScalar } from '../common/scalars.js';
import { Satker } from '../satker/satker.entity.js';
import { Stage } from '../stages/stage.entity.js';
import { AS_OF } from './stats.types.js';

const EXPERIENCES = 'Jumlah pengalaman yang dikirim dan boleh Anda lihat. / Experiences handed in that you may see.';
const REPORTED = 'Jumlah satker yang sudah melapor. / Units that have reported.';
const SILENT = 'Jumlah satker yang belum melapor. / Units that have not.';
const OPENS =
  'Saringan untuk experiences yang mendaftar tepat pengalaman itu. / Filter of experiences that lists exactly those.';

/** More stages than there are, and provinces with the centre. */
const STAGES = 40;
const PROVINCES = 39;
export const PAGE = { usual: 20, most: 100 } as const;

/** How many units of some have reported, and what. */
@ObjectType({ isAbstract: true })
abstract class Reporting {
  @Field(() => Int, { description: REPORTED })
  reportedCount: number;

  @Field(() => Int, { description: SILENT })
  silentCount: number;

  @Field(() => Int, { description: EXPERIENCES })
  experienceCount: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Pelaporan satu satker. / What one unit has reported.')
export class SatkerCoverage {
  @Field(() => Satker, { description: 'Satkernya. / The unit.' })
  satker: Satker;

  @Field(() => Boolean, { description: 'Sudah melapor. / Has reported.' })
  reported: boolean;

  @Field(() => Int, { description: EXPERIENCES })
  experienceCount: number;

  @Field(() => Int, { description: 'Jumlah tahapan yang dilaporkan. / Number of stages it reported on.' })
  stageCount: number;

  @Field(() => JsonScalar, { description: OPENS })
  filter: unknown;
}

@ReportType('Satu satker dalam sebuah halaman. / One unit of a page.')
export class SatkerCoverageEdge {
  @Field(() => String, { description: 'Kursor butir ini. / The cursor of this row.' })
  cursor: string;

  @Field(() => SatkerCoverage, { description: 'Butirnya. / The row.' })
  node: SatkerCoverage;
}

@ReportType('Halaman satker menurut kode. / A page of units, by code.')
export class SatkerCoverageConnection {
  @Field(() => [SatkerCoverage], { description: 'Butir halaman ini. / The rows of this page.' })
  nodes: SatkerCoverage[];

  @Field(() => [SatkerCoverageEdge], { description: 'Butir dengan kursornya. / The rows with their cursors.' })
  edges: SatkerCoverageEdge[];

  @Field(() => PageInfo, { description: 'Letak halaman. / Where the page lies.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Jumlah seluruh butir yang cocok. / All rows that match.' })
  totalCount: number;
}

@ReportType('Cakupan pada satu tahapan. / Coverage of one stage.')
export class StageCoverage extends Reporting {
  @Field(() => Stage, { description: 'Tahapannya. / The stage.' })
  stage: Stage;
}

@ReportType(
  'Cakupan pada satu provinsi, satker provinsinya termasuk. / Coverage of one province, its own unit included.',
)
export class ProvinceCoverage extends Reporting {
  @Field(() => String, { description: 'Kode provinsi; "00": pusat. / Code of the province; "00" is the centre.' })
  code: string;

  @Field(() => String, { description: 'Nama wilayah. / Name of the region.' })
  name: string;

  @Field(() => Int, { description: 'Jumlah satker. / Number of units.' })
  unitCount: number;

  @Field(() => Float, { description: 'Bagian satker yang sudah melapor, 0–1. / Share of units that have reported.' })
  share: number;
}

@ReportType(
  'Satker mana yang sudah mengirim pengalaman dan mana yang belum. / Which units have handed in experiences, and which are silent.',
)
export class Coverage extends Reporting {
  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf: string;

  @Field(() => Int, {
    description: 'Jumlah satker yang diharapkan: peserta kegiatannya bila diketahui. / Units that are expected.',
  })
  unitCount: number;

  @Field(() => [StageCoverage], { description: 'Menurut tahapan, berurutan. / By stage, in order.' })
  @Extensions({ rows: STAGES })
  stages: StageCoverage[];

  @Field(() => [ProvinceCoverage], { description: 'Menurut provinsi, menurut kode. / By province, by code.' })
  @Extensions({ rows: PROVINCES })
  provinces: ProvinceCoverage[];

  @ReportField(() => SatkerCoverageConnection, {
    description: 'Satkernya satu per satu, menurut kode. / The units one by one, by code.',
    args: [
      {
        name: 'reported',
        type: () => Boolean,
        description: 'true: yang sudah melapor saja; false: yang belum. / Only those that have, or have not.',
      },
      {
        name: 'stage',
        type: () => String,
        description: 'Kode tahapan: melapor tentang tahapan ini. / Code: reported on this stage.',
      },
      {
        name: 'first',
        type: () => Int,
        description: `1–${PAGE.most}, bawaan ${PAGE.usual}. / Default ${PAGE.usual}.`,
        defaultValue: PAGE.usual,
      },
      { name: 'after', type: () => String, description: 'Kursor: setelah ini. / Only rows after this cursor.' },
    ],
  })
  satkers: SatkerCoverageConnection;
}
