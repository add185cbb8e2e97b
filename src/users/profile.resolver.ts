import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Changes } from '../audit/changes.service.js';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { payloadType, type Payload } from '../common/write/payload.js';
import { UpdateProfileInput } from './profile.inputs.js';
import { User } from './user.entity.js';

const UpdateProfilePayload = payloadType('UpdateProfilePayload', 'user', () => User, 'Akun Anda. / Your account.');

/** What people change of their own account. Their address is an administrator's to set: mail goes to it unasked. */
@Resolver(() => User)
export class ProfileResolver {
  constructor(private readonly changes: Changes) {}

  @Allow('profile.write')
  @Mutation(() => UpdateProfilePayload, {
    description: 'Mengubah pilihan akun Anda sendiri. / Changes the preferences of your own account.',
  })
  async updateProfile(@Args('input') input: UpdateProfileInput, @CurrentActor() actor: Actor): Promise<Payload> {
    const { expectedVersion, ...patch } = input;
    const own = { actor, action: 'updateProfile', entity: User, id: actor.userId!, expectedVersion };
    return { user: await this.changes.edit({ ...own, patch: () => patch }), userErrors: [] };
  }
}
