import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { ALLOW_KEY, PUBLIC_KEY } from '../common/access.js';

const OPERATION_TYPES: readonly unknown[] = ['Query', 'Mutation', 'Subscription'];

/** Operations that do not say who may call them, or say two different things: "EventsResolver.events". */
export function undeclaredOperations(discovery: DiscoveryService): string[] {
  const scanner = new MetadataScanner();
  const undeclared = [...discovery.getProviders(), ...discovery.getControllers()].flatMap(({ metatype }) => {
    const prototype = (metatype?.prototype ?? null) as Record<string, object> | null;
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: prototype![name] }))
      .filter(({ method }) => isOperation(method))
      .filter(({ method }) => Reflect.hasMetadata(ALLOW_KEY, method) === Reflect.hasMetadata(PUBLIC_KEY, method))
      .map(({ name }) => `${metatype!.name}.${name}`);
  });
  return [...new Set(undeclared)].sort();
}

/** A root field of GraphQL, or a route. */
const isOperation = (method: object): boolean =>
  Reflect.hasMetadata(METHOD_METADATA, method) ||
  OPERATION_TYPES.includes(Reflect.getMetadata(RESOLVER_TYPE_METADATA, method));

/** Keeps the server from starting with an operation nobody thought about. */
export function requireDeclaredOperations(discovery: DiscoveryService): void {
  const undeclared = undeclaredOperations(discovery);
  if (undeclared.length > 0)
    throw new Error(`Each of these operations needs either @Allow(…) or @Public(): ${undeclared.join(', ')}.`);
}
