import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType } from '../common/write/payload.js';
import { Conflict } from '../sources/conflict.entity.js';
import { ResolveConflictInput } from './conflict.inputs.js';
import { ConflictsService } from './conflicts.service.js';

const ResolveConflictPayload = payloadType(
  'ResolveConflictPayload',
  'conflict',
  () => Conflict,
  'Perbedaan yang diputuskan. / The conflict settled.',
);

@Resolver()
export class ConflictsResolver {
  constructor(private readonly service: ConflictsService) {}

  @Allow('source.curate')
  @Mutation(() => ResolveConflictPayload, {
    description:
      'Memutuskan perbedaan antarsumber dengan alasan; nilainya ditulis ke datanya. / Settles a conflict, with a reason.',
  })
  async resolveConflict(@Args('input') input: ResolveConflictInput, @CurrentActor() actor: Actor) {
    return { conflict: await this.service.resolve(actor, input), userErrors: [] };
  }
}
