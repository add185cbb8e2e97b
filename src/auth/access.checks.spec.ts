import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../common/access.js';
import { requireDeclaredOperations, undeclaredOperations } from './access.checks.js';

const text = { description: 'x' };

@Resolver()
class Declared {
  @Allow('knowledge.read')
  @Query(() => String, text)
  allowed() {}

  @Mutation(() => String, text)
  @Public()
  open() {}

  @ResolveField(() => String, text)
  field() {}

  helper() {}
}

@Resolver()
class Careless extends Declared {
  @Query(() => String, text)
  forgotten() {}

  @Allow('knowledge.read')
  @Public()
  @Mutation(() => String, text)
  undecided() {}
}

async function discoveryOf(resolver: new () => object): Promise<DiscoveryService> {
  @Module({
    imports: [DiscoveryModule],
    providers: [resolver, { provide: 'value', useValue: 1 }, { provide: 'made', useFactory: () => ({}) }],
  })
  class Root {}
  return (await NestFactory.createApplicationContext(Root, { logger: false })).get(DiscoveryService);
}

describe('undeclaredOperations', () => {
  it('finds nothing where every operation says who may call it', async () => {
    const discovery = await discoveryOf(Declared);
    expect(undeclaredOperations(discovery)).toEqual([]);
    expect(() => requireDeclaredOperations(discovery)).not.toThrow();
  });

  it('names the operations that say nothing, or two things', async () => {
    const discovery = await discoveryOf(Careless);
    expect(undeclaredOperations(discovery)).toEqual(['Careless.forgotten', 'Careless.undecided']);
    expect(() => requireDeclaredOperations(discovery)).toThrow(
      'Each of these operations needs either @Allow(…) or @Public(): Careless.forgotten, Careless.undecided.',
    );
  });
});
