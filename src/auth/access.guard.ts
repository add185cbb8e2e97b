import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLError } from 'graphql';
import { ALLOW_KEY, PUBLIC_KEY, type Permission } from '../common/access.js';
import { graphqlError } from '../common/errors.js';
import { message } from '../common/messages.js';
import type { RequestContext } from '../common/request.js';

/** Stands before every operation and lets nothing pass that is not declared. Registered once, for the whole product. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const permission = this.reflector.get<Permission | undefined>(ALLOW_KEY, handler);
    const isPublic = this.reflector.get<boolean | undefined>(PUBLIC_KEY, handler) === true;
    // A bad token does not matter here: signing in is how one gets a good one.
    if (isPublic && !permission) return true;
    if (context.getType<GqlContextType>() !== 'graphql') return false;
    const refusal = refusalOf(GqlExecutionContext.create(context).getContext<RequestContext>(), permission);
    if (refusal) throw refusal;
    return true;
  }
}

/** Why the caller may not, or null. An operation that declares nothing is refused to everybody. */
function refusalOf({ actor, tokenProblem, locale }: RequestContext, permission?: Permission): GraphQLError | null {
  if (tokenProblem) return graphqlError('UNAUTHENTICATED', tokenProblem);
  if (permission && actor.permissions.has(permission)) return null;
  if (permission && actor.role === null) return graphqlError('UNAUTHENTICATED', message('UNAUTHENTICATED', locale));
  return graphqlError('FORBIDDEN', message('FORBIDDEN', locale, { permission: permission ?? '–' }));
}
