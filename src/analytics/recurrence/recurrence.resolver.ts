import { Info, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Projections } from '../../audit/projections.service.js';
import { Allow, CurrentActor, type Actor } from '../../common/access.js';
import { ReadReport } from '../../common/read/declare.js';
import { Reader } from '../../common/read/reader.js';
import { Obstacle } from '../../experiences/obstacle.entity.js';
import { writeRecurrence } from './recurrence.js';
import { Recurrence } from './recurrence.types.js';

@Resolver()
export class RecurrenceResolver {
  constructor(
    private readonly reader: Reader,
    private readonly projections: Projections,
  ) {}

  @Allow('knowledge.read')
  @ReadReport(() => Recurrence, {
    description:
      'Kendala yang sama yang berulang: di satker, siklus, dan tahun mana, dan setelah dilaporkan selesai. / Obstacles that recur: in which units, cycles and years, and after they were reported done.',
    filterOf: () => Obstacle,
  })
  async recurrence(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    await this.projections.current();
    return this.reader.report(info, actor, writeRecurrence);
  }
}
