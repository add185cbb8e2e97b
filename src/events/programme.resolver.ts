import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType } from '../common/write/payload.js';
import { Appearance } from './appearance.entity.js';
import * as Inputs from './event.inputs.js';
import { Participation } from './participation.entity.js';
import { Presentation } from './presentation.entity.js';
import { ProgrammeService } from './programme.service.js';
import { Session } from './session.entity.js';
import { Statement } from './statement.entity.js';

const AddSessionPayload = payloadType('AddSessionPayload', 'session', () => Session, 'Hasilnya. / What was recorded.');
const UpdateSessionPayload = payloadType(
  'UpdateSessionPayload',
  'session',
  () => Session,
  'Hasilnya. / What was recorded.',
);
const AddAppearancePayload = payloadType(
  'AddAppearancePayload',
  'appearance',
  () => Appearance,
  'Hasilnya. / What was recorded.',
);
const UpdateAppearancePayload = payloadType(
  'UpdateAppearancePayload',
  'appearance',
  () => Appearance,
  'Hasilnya. / What was recorded.',
);
const AddStatementPayload = payloadType(
  'AddStatementPayload',
  'statement',
  () => Statement,
  'Hasilnya. / What was recorded.',
);
const UpdateStatementPayload = payloadType(
  'UpdateStatementPayload',
  'statement',
  () => Statement,
  'Hasilnya. / What was recorded.',
);
const RecordParticipationPayload = payloadType(
  'RecordParticipationPayload',
  'participation',
  () => Participation,
  'Hasilnya. / What was recorded.',
);
const UpdateParticipationPayload = payloadType(
  'UpdateParticipationPayload',
  'participation',
  () => Participation,
  'Hasilnya. / What was recorded.',
);
const AddPresentationPayload = payloadType(
  'AddPresentationPayload',
  'presentation',
  () => Presentation,
  'Hasilnya. / What was recorded.',
);
const UpdatePresentationPayload = payloadType(
  'UpdatePresentationPayload',
  'presentation',
  () => Presentation,
  'Hasilnya. / What was recorded.',
);

/** Writes what happens in an event; reading it is part of reading the event. */
@Resolver()
export class ProgrammeResolver {
  constructor(private readonly programme: ProgrammeService) {}

  @Allow('event.curate')
  @Mutation(() => AddSessionPayload, { description: 'Menambah sesi. / Adds a session.' })
  async addSession(@Args('input') input: Inputs.AddSessionInput, @CurrentActor() actor: Actor) {
    return { session: await this.programme.addSession(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateSessionPayload, { description: 'Mengubah sesi. / Changes a session.' })
  async updateSession(@Args('input') input: Inputs.UpdateSessionInput, @CurrentActor() actor: Actor) {
    return { session: await this.programme.updateSession(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => AddAppearancePayload, { description: 'Mencatat penampilan seseorang. / Records an appearance.' })
  async addAppearance(@Args('input') input: Inputs.AddAppearanceInput, @CurrentActor() actor: Actor) {
    return { appearance: await this.programme.addAppearance(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateAppearancePayload, { description: 'Mengubah penampilan. / Changes an appearance.' })
  async updateAppearance(@Args('input') input: Inputs.UpdateAppearanceInput, @CurrentActor() actor: Actor) {
    return { appearance: await this.programme.updateAppearance(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => AddStatementPayload, { description: 'Mencatat inti pernyataan. / Records the gist of a statement.' })
  async addStatement(@Args('input') input: Inputs.AddStatementInput, @CurrentActor() actor: Actor) {
    return { statement: await this.programme.addStatement(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateStatementPayload, { description: 'Mengubah pernyataan. / Changes a statement.' })
  async updateStatement(@Args('input') input: Inputs.UpdateStatementInput, @CurrentActor() actor: Actor) {
    return { statement: await this.programme.updateStatement(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => RecordParticipationPayload, {
    description: 'Mencatat keikutsertaan satker. / Records a unit’s participation.',
  })
  async recordParticipation(@Args('input') input: Inputs.RecordParticipationInput, @CurrentActor() actor: Actor) {
    return { participation: await this.programme.recordParticipation(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdateParticipationPayload, { description: 'Mengubah keikutsertaan. / Changes a participation.' })
  async updateParticipation(@Args('input') input: Inputs.UpdateParticipationInput, @CurrentActor() actor: Actor) {
    return { participation: await this.programme.updateParticipation(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => AddPresentationPayload, { description: 'Mencatat pemaparan satker. / Records a presentation.' })
  async addPresentation(@Args('input') input: Inputs.AddPresentationInput, @CurrentActor() actor: Actor) {
    return { presentation: await this.programme.addPresentation(actor, input), userErrors: [] };
  }

  @Allow('event.curate')
  @Mutation(() => UpdatePresentationPayload, { description: 'Mengubah pemaparan. / Changes a presentation.' })
  async updatePresentation(@Args('input') input: Inputs.UpdatePresentationInput, @CurrentActor() actor: Actor) {
    return { presentation: await this.programme.updatePresentation(actor, input), userErrors: [] };
  }
}
