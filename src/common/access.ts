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
  'profile.write',
  'inbox.use',
  'event.curate',
  'person.curate',
  'source.curate',
  'synonym.curate',
  'experience.write',
  'experience.review',
  'recommendation.decide',
  'recommendation.follow',
  'recommendation.assess',
  'lesson.curate',
  'lesson.preview',
  'lesson.apply',
  'user.read',
  'user.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READER: readonly Permission[] = ['knowledge.read', 'profile.read', 'profile.write', 'inbox.use'];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.VIEWER]: READER,
  [Role.CONTRIBUTOR]: [...READER, 'experience.write', 'recommendation.follow', 'lesson.apply'],
  [Role.REVIEWER]: [...READER, 'experience.review', 'recommendation.follow'],
  [Role.ANALYST]: [
    ...READER,
    ...(['event.curate', 'person.curate', 'source.curate', 'synonym.curate', 'experience.review'] as const),
    ...(['recommendation.decide', 'recommendation.follow', 'recommendation.assess'] as const),
    ...(['lesson.curate', 'lesson.preview'] as const),
  ],
  [Role.ADMIN]: [...READER, 'user.read', 'user.manage'],
  [Role.AUDITOR]: [...READER, 'user.read', 'lesson.preview'],
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

/** Roles that may read who has an account. To everybody else only the own one exists. */
export const ACCOUNT_READERS: readonly (Role | null)[] = [Role.ADMIN, Role.AUDITOR];

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

/** Contexts of HTTP requests outside of GraphQL, as long as the requests live. */
const contextsOfHttp = new WeakMap<object, RequestContext>();

export function rememberContext(request: object, context: RequestContext): void {
  contextsOfHttp.set(request, context);
}

/** The context that the guard made for an HTTP request, if it has come that far. */
export function contextOfHttp(request: object): RequestContext | undefined {
  return contextsOfHttp.get(request);
}

/** The context of the operation under way, whichever way it came in. */
function contextOf(execution: ExecutionContext): RequestContext {
  return execution.getType<GqlContextType>() === 'http'
    ? contextOfHttp(execution.switchToHttp().getRequest<object>())!
    : GqlExecutionContext.create(execution).getContext<RequestContext>();
}

/** The language the request asks for, as a parameter. */
export const CurrentLocale = createParamDecorator(
  (_: unknown, context: ExecutionContext): Locale => contextOf(context).locale,
);

/** The request's actor, as a parameter of a resolver's or a controller's method. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => contextOf(context).actor,
);
