import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLError } from 'graphql';
import { ALLOW_KEY, PUBLIC_KEY, rememberContext, type Permission } from '../common/access.js';
import { graphqlError } from '../common/errors.js';
import { message } from '../common/messages.js';
import type { RequestContext } from '../common/request.js';
import { RequestContextFactory } from './request-context.js';

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
    const type = execution.getType<GqlContextType>();
    if (type === 'http') return this.admitHttp(execution, permission);
    if (type !== 'graphql') return false;
    return admit(GqlExecutionContext.create(execution).getContext<RequestContext>(), permission);
  }

  /** GraphQL makes its own context before it asks; for other requests this is the place. */
  private async admitHttp(execution: ExecutionContext, permission?: Permission): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Parameters<RequestContextFactory['create']>[0]>();
    const context = await this.contexts.create(request);
    rememberContext(request, context);
    return admit(context, permission);
  }
}

function admit(context: RequestContext, permission?: Permission): true {
  const refusal = refusalOf(context, permission);
  if (refusal) throw refusal;
  return true;
}

/** Why the caller may not, or null. An operation that declares nothing is refused to everybody. */
function refusalOf({ actor, tokenProblem, locale }: RequestContext, permission?: Permission): GraphQLError | null {
  if (tokenProblem) return graphqlError('UNAUTHENTICATED', tokenProblem);
  if (permission && actor.permissions.has(permission)) return null;
  if (permission && actor.role === null) return graphqlError('UNAUTHENTICATED', message('UNAUTHENTICATED', locale));
  return graphqlError('FORBIDDEN', message('FORBIDDEN', locale, { permission: permission ?? '–' }));
}
