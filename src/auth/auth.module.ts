import { Module, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { SatkerModule } from '../satker/satker.module.js';
import { requireDeclaredOperations } from './access.checks.js';
import { AccessGuard } from './access.guard.js';
import { AuthResolver } from './auth.resolver.js';
import { EndedSessions } from './ended-sessions.js';
import { Identities } from './identities.js';
import { LoginAttempts } from './login-attempts.js';
import { LoginService } from './login.service.js';
import { OpenIdAccounts } from './openid-accounts.js';
import { OpenIdTokens } from './openid-tokens.js';
import { OwnPassword } from './own-password.service.js';
import { PasswordTurns } from './password-turns.js';
import { RequestContextFactory } from './request-context.js';
import { Sessions } from './sessions.service.js';
import { Tokens } from './tokens.js';
import { UsersResolver } from './users.resolver.js';
import { UsersService } from './users.service.js';

const WHO_IS_ASKING = [Tokens, OpenIdAccounts, OpenIdTokens, EndedSessions, Identities, RequestContextFactory];
const SIGNING_IN = [LoginAttempts, PasswordTurns, Sessions, LoginService, OwnPassword, AuthResolver];

@Module({
  imports: [DiscoveryModule, SatkerModule],
  providers: [...WHO_IS_ASKING, ...SIGNING_IN, AccessGuard, UsersService, UsersResolver],
  exports: [RequestContextFactory, AccessGuard],
})
export class AuthModule implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    requireDeclaredOperations(this.discovery);
  }
}
