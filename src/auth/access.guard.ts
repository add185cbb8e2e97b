import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { ALLOW_KEY, contextOf, keepContext, PUBLIC_KEY, type Permission } from '../common/access.js';
import { graphqlError, httpError } from '../common/errors.js';
import { message } from '../common/messages.js';
import type { RequestContext } from '../common/request.js';
import { RequestContextFactory } from './request-context.js';

type HttpRequest = Parameters<RequestContextFactory['create']>[0];
type Refusal = { code: 'UNAUTHENTICATED' | 'FORBIDDEN'; text: string };

/** Stands before every operation and lets nothing pass that is not declared. Registered once, for the whole product. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly contexts: RequestContextFactory,
  ) {}

  canActivate(execution: ExecutionContext): boolean | Promise<boolean> {
    const handler = execution.getHandler();
    const permission = this.reflector.get<Permission | undefined>(ALLOW_KEY, handler);
    const isPublic = this.reflector.get<boolean | undefined>(PUBLIC_KEY, handler) === true;
    // A bad token does not matter here: signing in is how one gets a good one.
    if (isPublic && !permission) return true;
    if (execution.getType<GqlContextType>() !== 'graphql') return this.admitHttp(execution, permission);
    const refusal = refusalOf(contextOf(execution), permission);
    if (refusal) throw graphqlError(refusal.code, refusal.text);
    return true;
  }

  /** A request of plain HTTP brings no context along, so it is made here, from the same headers. */
  private async admitHttp(execution: ExecutionContext, permission?: Permission): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<HttpRequest>();
    const context = await this.contexts.create(request);
    keepContext(request, context);
    const refusal = refusalOf(context, permission);
    if (refusal) throw httpError(refusal.code === 'FORBIDDEN' ? 403 : 401, refusal.code, refusal.text);
    return true;
  }
}

/** Why the caller may not, or null. An operation that declares nothing is refused to everybody. */
function refusalOf({ actor, tokenProblem, locale }: RequestContext, permission?: Permission): Refusal | null {
  if (tokenProblem) return { code: 'UNAUTHENTICATED', text: tokenProblem };
  if (permission && actor.permissions.has(permission)) return null;
  if (permission && actor.role === null) return { code: 'UNAUTHENTICATED', text: message('UNAUTHENTICATED', locale) };
  return { code: 'FORBIDDEN', text: message('FORBIDDEN', locale, { permission: permission ?? '–' }) };
}
