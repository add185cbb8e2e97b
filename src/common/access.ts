import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Locale } from './messages.js';
import type { RequestContext } from './request.js';

/** What an account may be. One account has one role; contributors and reviewers also have a satker. */
export enum Role {
  VIEWER = 'VIEWER',
  CONTRIBUTOR = 'CONTRIBUTOR',
  REVIEWER = 'REVIEWER',
  ANALYST = 'ANALYST',
  ADMIN = 'ADMIN',
  AUDITOR = 'AUDITOR',
}

/** Everything an operation can ask for. The table below is the only place that says who has it. */
export const PERMISSIONS = [
  'knowledge.read',
  'profile.read',
  'event.curate',
  'person.curate',
  'source.curate',
  'experience.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READER: readonly Permission[] = ['knowledge.read', 'profile.read'];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.VIEWER]: READER,
  [Role.CONTRIBUTOR]: [...READER, 'experience.write'],
  [Role.REVIEWER]: READER,
  [Role.ANALYST]: [...READER, 'event.curate', 'person.curate', 'source.curate'],
  [Role.ADMIN]: READER,
  [Role.AUDITOR]: READER,
};

/** Who is asking. `role` is null for somebody who has not signed in; ids are decimal strings of the primary keys. */
export interface Actor {
  readonly role: Role | null;
  readonly userId: string | null;
  readonly satkerId: string | null;
  /** What an anonymous reader may do is the deployment's decision, not a role's. */
  readonly permissions: ReadonlySet<Permission>;
}

/** Row scopes see unpublished work of the whole country for these roles only. */
export const CENTRAL_STAFF: readonly (Role | null)[] = [Role.ANALYST, Role.AUDITOR];

/** Roles that may read who changed what. */
export const HISTORY_READERS: readonly (Role | null)[] = [Role.ANALYST, Role.ADMIN, Role.AUDITOR];

export function anonymousActor(permissions: readonly Permission[]): Actor {
  return { role: null, userId: null, satkerId: null, permissions: new Set(permissions) };
}

export function memberActor(role: Role, userId: string, satkerId: string | null): Actor {
  return { role, userId, satkerId, permissions: new Set(ROLE_PERMISSIONS[role]) };
}

export const ALLOW_KEY = 'access:permission';
export const PUBLIC_KEY = 'access:public';

/** Declares the permission an operation needs. An operation with neither `@Allow` nor `@Public` stops the start-up. */
export const Allow = (permission: Permission): CustomDecorator => SetMetadata(ALLOW_KEY, permission);

/** Declares an operation that needs no permission at all, such as signing in. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_KEY, true);

/** Requests of plain HTTP have no context to travel in; the guard leaves theirs here. */
const OF_HTTP = new WeakMap<object, RequestContext>();

export function keepContext(request: object, context: RequestContext): void {
  OF_HTTP.set(request, context);
}

/** The context of an operation, or of a request of plain HTTP that passed the guard. */
export function contextOf(execution: ExecutionContext): RequestContext {
  return execution.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(execution).getContext<RequestContext>()
    : OF_HTTP.get(execution.switchToHttp().getRequest<object>())!;
}

/** As `contextOf`, where it may be that the request did not get as far as the guard. */
export const contextOfHttp = (request: object): RequestContext | undefined => OF_HTTP.get(request);

/** The request's actor, as a parameter of a resolver or of a handler of plain HTTP. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor => {
  return contextOf(execution).actor;
});

/** The language the request asks for, as a parameter. */
export const CurrentLocale = createParamDecorator((_: unknown, execution: ExecutionContext): Locale => {
  return contextOf(execution).locale;
});
