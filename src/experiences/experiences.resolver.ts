import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { Experience } from './experience.entity.js';
import { CreateExperienceInput, UpdateExperienceInput } from './experience.inputs.js';
import { ExperiencesService } from './experiences.service.js';
import { Obstacle } from './obstacle.entity.js';

const CreateExperiencePayload = payloadType(
  'CreateExperiencePayload',
  'experience',
  () => Experience,
  'Konsep yang dibuat. / The draft made.',
);

const UpdateExperiencePayload = payloadType(
  'UpdateExperiencePayload',
  'experience',
  () => Experience,
  'Konsep sesudah diubah. / The draft as changed.',
);

@Resolver(() => Experience)
export class ExperiencesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: ExperiencesService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Experience, { description: 'Satu pengalaman menurut kode. / One experience by its code.' })
  experience(@Args('code') code: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Experience, { code });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Experience, {
    description: 'Pengalaman yang boleh Anda lihat, terbaru dahulu. / Experiences you may see, newest first.',
  })
  experiences(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Experience);
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Obstacle, {
    description: 'Kendala dari pengalaman yang boleh Anda lihat. / Obstacles of the experiences you may see.',
  })
  obstacles(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Obstacle);
  }

  @Allow('experience.write')
  @Mutation(() => CreateExperiencePayload, {
    description: 'Menulis konsep pengalaman satker Anda. / Writes a draft of an experience of your unit.',
  })
  async createExperience(
    @Args('input') input: CreateExperienceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
  ) {
    const payload = this.reader.inPayload(info, actor, 'experience', Experience);
    return { experience: await this.service.create(actor, input, payload), userErrors: [] };
  }

  @Allow('experience.write')
  @Mutation(() => UpdateExperiencePayload, {
    description:
      'Mengubah konsep, atau yang dikembalikan atau ditarik. / Changes a draft, or what was returned or withdrawn.',
  })
  async updateExperience(@Args('input') input: UpdateExperienceInput, @CurrentActor() actor: Actor) {
    return { experience: await this.service.update(actor, input), userErrors: [] };
  }
}
