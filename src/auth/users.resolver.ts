import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, type Actor } from '../common/access.js';
import { ReadConnection, ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import {
  CreateUserInput,
  CreateUserPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  UpdateUserInput,
  UpdateUserPayload,
} from './user.inputs.js';
import { User } from '../users/user.entity.js';
import { UsersService } from './users.service.js';

@Resolver(() => User)
export class UsersResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: UsersService,
  ) {}

  @Allow('user.read')
  @ReadOne(() => User, { description: 'Satu akun menurut nama pengguna. / One account by its username.' })
  user(@Args('username') username: string, @Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.one(info, actor, User, { username });
  }

  @Allow('user.read')
  @ReadConnection(() => User, { description: 'Akun, menurut nama pengguna. / Accounts, by username.' })
  users(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return this.reader.connection(info, actor, User);
  }

  @Allow('user.manage')
  @Mutation(() => CreateUserPayload, { description: 'Membuat akun. / Creates an account.' })
  async createUser(@Args('input') input: CreateUserInput, @CurrentActor() actor: Actor) {
    return { ...(await this.service.create(actor, input)), userErrors: [] };
  }

  @Allow('user.manage')
  @Mutation(() => UpdateUserPayload, {
    description:
      'Mengubah akun; peran, satker, atau penonaktifan mengakhiri sesinya. / Changes an account; what it may do ends its sessions.',
  })
  async updateUser(@Args('input') input: UpdateUserInput, @CurrentActor() actor: Actor) {
    return { user: await this.service.update(actor, input), userErrors: [] };
  }

  @Allow('user.manage')
  @Mutation(() => ResetPasswordPayload, {
    description: 'Memberi akun lain kata sandi baru dan mengakhiri sesinya. / Gives another account a new password.',
  })
  async resetPassword(@Args('input') input: ResetPasswordInput, @CurrentActor() actor: Actor) {
    return { ...(await this.service.resetPassword(actor, input)), userErrors: [] };
  }
}
