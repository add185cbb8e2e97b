import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, Public, type Actor } from '../common/access.js';
import { ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import type { RequestContext } from '../common/request.js';
import { LoginInput, LoginPayload } from './auth.inputs.js';
import { LoginService } from './login.service.js';
import { User } from './user.entity.js';

@Resolver(() => User)
export class AuthResolver {
  constructor(
    private readonly reader: Reader,
    private readonly logins: LoginService,
  ) {}

  @Allow('profile.read')
  @ReadOne(() => User, {
    description: 'Akun yang sedang dipakai; kosong bila belum masuk. / The account in use; null when not signed in.',
  })
  viewer(@Info() info: GraphQLResolveInfo, @CurrentActor() actor: Actor) {
    return actor.userId === null ? null : this.reader.one(info, actor, User, { id: actor.userId });
  }

  @Public()
  @Mutation(() => LoginPayload, {
    description:
      'Masuk. userErrors: LOGIN_FAILED, atau LOGIN_LIMITED setelah terlalu banyak percobaan. / Signs in; see userErrors.',
  })
  async login(@Args('input') input: LoginInput, @Context() context: RequestContext): Promise<LoginPayload> {
    const { actor, userId, accessToken, expiresAt } = await this.logins.signIn(
      input.username,
      input.password,
      context.ip,
    );
    // The payload's `user` is read by whoever has just signed in, although the request came from nobody.
    Object.assign(context, { actor, tokenProblem: null } satisfies Partial<RequestContext>);
    return { accessToken, expiresAt, user: { id: userId }, userErrors: [] };
  }
}
