import { Injectable } from '@nestjs/common';
import { Args } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSource } from 'typeorm';
import { ChangeFeed } from '../audit/change-feed.service.js';
import { changesOf } from '../audit/change-subscription.js';
import type { Actor } from '../common/access.js';
import type { EntityClass } from '../common/read/model.js';
import { Reader } from '../common/read/reader.js';
import { SatkerService } from './satker.service.js';

/** The argument `under` of a subscription. */
export const UnderArg = (): ParameterDecorator =>
  Args('under', {
    type: () => String,
    nullable: true,
    description: 'Dari satker ini dan semua di bawahnya. / Of a unit and all below it.',
  });

/** The argument `statuses` of a subscription, of an enum. */
export const StatusesArg = (values: object): ParameterDecorator =>
  Args('statuses', {
    type: () => [values] as never,
    nullable: true,
    description: 'Keadaan sesudah perubahan. / Status after the change.',
  });

interface Wanted {
  info: GraphQLResolveInfo;
  actor: Actor;
  entity: EntityClass;
  /** The path of relations from the record to its unit. */
  unit: string;
  under: string | null;
  statuses: readonly string[] | null;
}

/** Changes of records that belong to a unit and have a status, narrowed to some of them. */
@Injectable()
export class UnitChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly feed: ChangeFeed,
    private readonly satkers: SatkerService,
  ) {}

  /** The events of a subscription field. Rejects a unit that there is not. */
  async of({ info, actor, entity, unit, under, statuses }: Wanted): Promise<AsyncGenerator<Record<string, unknown>>> {
    const above = under == null ? null : await this.satkers.get(this.dataSource.manager, under, 'under');
    const where = { ...(above && { [`${unit}.lineage`]: above.code }), ...(statuses && { status: statuses }) };
    return changesOf(this.feed, this.reader, { info, actor, entity, where });
  }
}
