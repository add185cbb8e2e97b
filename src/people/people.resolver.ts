import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import { payloadType } from '../common/write/payload.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { CreatePersonInput, UpdatePersonInput } from './person.inputs.js';

const CreatePersonPayload = payloadType(
  'CreatePersonPayload',
  'person',
  () => Person,
  'Orang yang dicatat. / The person recorded.',
);
const UpdatePersonPayload = payloadType(
  'UpdatePersonPayload',
  'person',
  () => Person,
  'Orang yang diubah. / The person changed.',
);

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: PeopleService,
  ) {}

  @Allow('knowledge.read')
  @ReadOne(() => Person, { description: 'Satu orang menurut slug. / One person by the slug.' })
  person(@Args('slug') slug: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, Person, { slug });
  }

  @Allow('knowledge.read')
  @ReadConnection(() => Person, { description: 'Orang yang tampil, menurut nama. / People who appeared, by name.' })
  people(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, Person);
  }

  @Allow('person.curate')
  @Mutation(() => CreatePersonPayload, { description: 'Mencatat orang baru. / Records a new person.' })
  async createPerson(@Args('input') input: CreatePersonInput, @CurrentActor() actor: Actor) {
    return { person: await this.service.create(actor, input), userErrors: [] };
  }

  @Allow('person.curate')
  @Mutation(() => UpdatePersonPayload, { description: 'Mengubah data orang. / Changes a person.' })
  async updatePerson(@Args('input') input: UpdatePersonInput, @CurrentActor() actor: Actor) {
    return { person: await this.service.update(actor, input), userErrors: [] };
  }
}
