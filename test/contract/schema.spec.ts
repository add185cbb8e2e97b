import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  printSchema,
  validate,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { exampleQueries } from '../../src/playground/example-queries.js';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await startApi();
  ({ schema } = api.app.get(GraphQLSchemaHost));
});
afterAll(() => api.close());

/** Named things of the product's own schema: "Event.title" → description. */
function described(): Map<string, string | null | undefined> {
  const found = new Map<string, string | null | undefined>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    if (![schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type as never))
      found.set(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) found.set(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, field.description);
  }
  return found;
}

describe('the schema', () => {
  it('is the one that is committed', () => {
    const committed = readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8');
    expect(committed.split('\n').slice(2).join('\n').trim()).toBe(printSchema(schema).trim());
  });

  it('describes every type, field and value', () => {
    const silent = [...described()].filter(([, text]) => !text?.trim()).map(([name]) => name);
    expect(silent).toEqual([]);
    expect(described().size).toBeGreaterThan(300);
  });

  it('pages every list of records', () => {
    const unpaged: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      if (/(Connection|Edge|Payload|Lookup)$/.test(type.name) || type === schema.getQueryType()) continue;
      for (const field of Object.values(type.getFields()) as GraphQLField<unknown, unknown>[]) {
        const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
        const isRecord =
          isObjectType(getNamedType(field.type)) &&
          'id' in (getNamedType(field.type) as never as { getFields(): object }).getFields();
        if (isList && isRecord && !field.args.some((a) => a.name === 'first'))
          unpaged.push(`${type.name}.${field.name}`);
      }
    }
    expect(unpaged).toEqual([]);
  });

  it('fits the example queries of the playground', () => {
    for (const { title, query } of exampleQueries)
      expect({ title, errors: validate(schema, parse(query)) }).toEqual({ title, errors: [] });
    expect(exampleQueries.length).toBeGreaterThanOrEqual(7);
  });

  it('keeps the names that clients rely on', () => {
    const names = [
      'viewer',
      'node',
      'event',
      'events',
      'satker',
      'satkers',
      'electionCycles',
      'stage',
      'people',
      'experience',
    ];
    names.push('experiences', 'obstacles', 'recommendations', 'awards', 'user', 'users');
    names.push('obstacleStats', 'riskMatrix', 'trend', 'coverage');
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(expect.arrayContaining(names));
    const mutations = [
      'login',
      'createEvent',
      'updateEvent',
      'addSession',
      'addAppearance',
      'addStatement',
      'recordParticipation',
    ];
    mutations.push('addPresentation', 'addAwardCategory', 'grantAward', 'resolveConflict', 'addCitation', 'addSource');
    mutations.push('refresh', 'logout', 'changePassword', 'createUser', 'updateUser', 'resetPassword');
    expect(Object.keys(schema.getMutationType()!.getFields())).toEqual(expect.arrayContaining(mutations));
    expect(Object.keys(schema.getSubscriptionType()!.getFields())).toEqual(
      expect.arrayContaining(['experienceChanged', 'recommendationChanged']),
    );
  });
});
