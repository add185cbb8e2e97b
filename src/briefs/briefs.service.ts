import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Projections } from '../audit/projections.service.js';
import type { Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import { readStatement } from '../database/run-statement.js';
import { Satker, SatkerLevel } from '../satker/satker.entity.js';
import { SatkerService } from '../satker/satker.service.js';
import { scopesOf } from './brief-scopes.js';
import { briefStatement } from './brief.statement.js';
import type { BriefRows } from './brief.rows.js';
import type { MitigationBrief } from './brief.types.js';
import { composed } from './composed-brief.js';
import { relatedStages } from './related-stages.js';

@Injectable()
export class BriefsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly satkers: SatkerService,
    private readonly projections: Projections,
  ) {}

  /**
   * The brief for a stage, by its code, and a unit, by its code or an unambiguous name. Rejects, naming the argument, what is
   * neither. A brief without anything in it is a brief, too.
   */
  async brief(actor: Actor, stage: string, satker: string): Promise<MitigationBrief> {
    const stages = await relatedStages(this.dataSource, stage);
    const unit = await this.satkers.get(this.dataSource.manager, satker, 'satker');
    const province = await this.provinceOf(unit);
    await this.projections.current();
    const statement = briefStatement(this.reader, {
      actor,
      stageIds: stages.map(({ id }) => id),
      satkerId: unit.id,
      level: unit.level,
      provinceCode: province && province.code,
    });
    const json = await readStatement(this.dataSource, { name: `brief_${actor.role}`, ...statement });
    return composed(stages, unit, scopesOf(unit, province), JSON.parse(json!.toString()) as BriefRows);
  }

  private async provinceOf(unit: Satker): Promise<Satker | null> {
    if (unit.level === SatkerLevel.CENTRAL) return null;
    if (unit.level === SatkerLevel.PROVINCE) return unit;
    return this.dataSource.manager.findOneBy(Satker, { code: unit.lineage[1] });
  }
}
