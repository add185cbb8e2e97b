import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, CurrentActor, Public, type Actor } from '../common/access.js';
import { graphqlError } from '../common/errors.js';
import { message } from '../common/messages.js';
import { ReadOne } from '../common/read/declare.js';
import { Reader } from '../common/read/reader.js';
import type { RequestContext } from '../common/request.js';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  LoginInput,
  LoginPayload,
  LogoutInput,
  LogoutPayload,
  RefreshInput,
  RefreshPayload,
} from './auth.inputs.js';
import { LoginService } from './login.service.js';
import { OwnPassword } from './own-password.service.js';
import { Sessions, type Refusal, type Session } from './sessions.service.js';
import { User } from '../users/user.entity.js';

@Resolver(() => User)
export class AuthResolver {
  constructor(
    private readonly reader: Reader,
    private readonly logins: LoginService,
    private readonly sessions: Sessions,
    private readonly passwords: OwnPassword,
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
    return signedIn(context, await this.logins.signIn(input.username, input.password, context.ip));
  }

  @Public()
  @Mutation(() => RefreshPayload, {
    description:
      'Melanjutkan sesi dengan token baru. Galat UNAUTHENTICATED: masuk lagi; RATE_LIMITED: coba lagi sebentar. / Goes on with new tokens.',
  })
  async refresh(@Args('input') input: RefreshInput, @Context() context: RequestContext): Promise<RefreshPayload> {
    const session = await this.sessions.refresh(input.refreshToken);
    if (typeof session === 'string') throw refused(session, context);
    return signedIn(context, session);
  }

  @Public()
  @Mutation(() => LogoutPayload, {
    description:
      'Keluar: sesi ini tidak dapat dilanjutkan lagi. / Signs out: the session cannot be refreshed any more.',
  })
  async logout(@Args('input') input: LogoutInput): Promise<LogoutPayload> {
    await this.sessions.end(input.refreshToken);
    return { userErrors: [] };
  }

  @Allow('profile.write')
  @Mutation(() => ChangePasswordPayload, {
    description:
      'Mengganti kata sandi sendiri dan mengakhiri semua sesi lain. / Changes the own password and ends all other sessions.',
  })
  async changePassword(@Args('input') input: ChangePasswordInput, @Context() context: RequestContext) {
    return signedIn(context, await this.passwords.change(context.actor, input, context.ip));
  }
}

/** The payload's `user` is read by whoever has just signed in, although the request may have come from nobody. */
function signedIn(context: RequestContext, session: Session): LoginPayload {
  const { actor, userId, accessToken, expiresAt, refreshToken, refreshExpiresAt } = session;
  Object.assign(context, { actor, tokenProblem: null } satisfies Partial<RequestContext>);
  return { accessToken, expiresAt, refreshToken, refreshExpiresAt, user: { id: userId }, userErrors: [] };
}

const refused = (refusal: Refusal, { locale }: RequestContext): Error =>
  graphqlError(refusal === 'REFRESH_INVALID' ? 'UNAUTHENTICATED' : 'RATE_LIMITED', message(refusal, locale));
