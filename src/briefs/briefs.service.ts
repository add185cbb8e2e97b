import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Projections } from '../audit/projections.service.js';
import type { Actor } from '../common/access.js';
import { Reader } from '../common/read/reader.js';
import { askForJson } from '../database/run-statement.js';
import { scopesOf } from './brief-scopes.js';
import { briefStatement } from './brief.statement.js';
import type { BriefRows } from './brief.rows.js';
import type { MitigationBrief } from './brief.types.js';
import { composed } from './composed-brief.js';
import { prepare, type Preparation } from './preparation.js';

@Injectable()
export class BriefsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly projections: Projections,
  ) {}

  /**
   * The brief for a stage, by its code, and a unit, by its code or an unambiguous name. Rejects, naming the argument, what is
   * neither. A brief without anything in it is a brief, too.
   */
  async brief(actor: Actor, stage: string, satker: string): Promise<MitigationBrief> {
    const { stages, unit, province, state } = await this.prepared(stage, satker);
    const statement = briefStatement(this.reader, {
      actor,
      stageIds: stages.map(({ id }) => id),
      satkerId: unit.id,
      level: unit.level,
      provinceCode: unit.province,
    });
    const rows = await askForJson<BriefRows>(this.dataSource, { name: `brief_${actor.role}`, ...statement }, state);
    return composed(stages, unit, scopesOf(unit, province), rows);
  }

  private async prepared(stage: string, satker: string): Promise<Preparation> {
    const preparation = await prepare(this.dataSource, stage, satker);
    if (!preparation.isBehind) return preparation;
    await this.projections.caughtUp();
    return prepare(this.dataSource, stage, satker);
  }
}
