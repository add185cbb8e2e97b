import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Config } from '../config.js';
import { CostMeter } from './cost.js';
import { measure, type Measure } from './measure.js';

/** Levels of lists and objects in variables: more than any filter can use, and far from what overflows the stack. */
const MAX_NESTING = 50;

/** A request that is refused before anything is executed. */
const refusal = (code: string, text: string): GraphQLError =>
  new GraphQLError(text, { extensions: { code, http: { status: 400 } } });

const tooComplex = (what: string, value: number, limit: number, setting: string): Error =>
  refusal('TOO_COMPLEX', `${what}: ${value}, limit ${limit} (${setting}). Minta lebih sedikit. / Ask for less.`);

/** Refuses operations that ask for too much before anything is executed, and tells every response its cost. */
export function limits(config: Config): ApolloServerPlugin {
  const meter = new CostMeter(config.maxCost);
  const measured = new WeakMap<OperationDefinitionNode, Measure>();
  const costs = new WeakMap<object, number>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Nothing may be executed that was not measured, nor as a GET without having been seen to be a query.
          if (!operation) throw unknownOperation(request.operationName);
          const { depth, aliases } = measured.get(operation) ?? measure(document, operation);
          measured.set(operation, { depth, aliases });
          if (depth > config.maxDepth) throw tooComplex('Kedalaman / depth', depth, config.maxDepth, 'MAX_DEPTH');
          if (aliases > config.maxAliases)
            throw tooComplex('Alias / aliases', aliases, config.maxAliases, 'MAX_ALIASES');
          if (isDeeperThan(MAX_NESTING, request.variables))
            throw refusal('TOO_COMPLEX', `Variabel / variables: limit ${MAX_NESTING} levels of nesting.`);
          const cost = meter.of(schema, document, operation, request.variables ?? {});
          if (cost === null) return;
          costs.set(contextValue, cost);
          if (cost > config.maxCost) throw tooComplex('Biaya / cost', cost, config.maxCost, 'MAX_COST');
        },
        async willSendResponse({ response, contextValue }) {
          const total = costs.get(contextValue);
          if (total === undefined || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { total, limit: config.maxCost } };
        },
      };
    },
  };
}

function unknownOperation(name: string | undefined): GraphQLError {
  const text = name
    ? `Unknown operation named "${name}".`
    : 'Must provide operation name if query contains multiple operations.';
  return refusal('OPERATION_RESOLUTION_FAILURE', text);
}

/** Goes down level by level, not by recursion: the depth is what is in question. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
