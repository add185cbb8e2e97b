import { Module, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { requireDeclaredOperations } from './access.checks.js';
import { AccessGuard } from './access.guard.js';
import { AuthResolver } from './auth.resolver.js';
import { LoginAttempts } from './login-attempts.js';
import { LoginService } from './login.service.js';
import { RequestContextFactory } from './request-context.js';
import { Tokens } from './tokens.js';

@Module({
  imports: [DiscoveryModule],
  providers: [Tokens, RequestContextFactory, AccessGuard, LoginAttempts, LoginService, AuthResolver],
  exports: [RequestContextFactory, AccessGuard],
})
export class AuthModule implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    requireDeclaredOperations(this.discovery);
  }
}
