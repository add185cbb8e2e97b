import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Admission } from '../common/read/executor.js';
import type { Config } from '../config.js';
import { CostMeter } from './cost.js';
import { measure, type Measure } from './measure.js';

/** Levels of lists and objects in variables: more than any filter can use, and far from what overflows the stack. */
const MAX_NESTING = 50;

/** What the executor asks before it executes anything. */
export function limits(config: Config): Admission {
  const meter = new CostMeter(config.maxCost);
  const measured = new WeakMap<OperationDefinitionNode, Measure>();
  return (asked) => {
    const { document, operation, variables } = asked;
    // Nothing may be executed that was not measured, nor as a GET without having been seen to be a query.
    if (!operation) return { error: unknownOperation(asked.operationName) };
    const { depth, aliases } = measured.get(operation) ?? measure(document, operation);
    measured.set(operation, { depth, aliases });
    if (depth > config.maxDepth) return { error: tooComplex('Kedalaman / depth', depth, config.maxDepth, 'MAX_DEPTH') };
    if (aliases > config.maxAliases)
      return { error: tooComplex('Alias / aliases', aliases, config.maxAliases, 'MAX_ALIASES') };
    if (isDeeperThan(MAX_NESTING, variables))
      return { error: refusal('TOO_COMPLEX', `Variabel / variables: limit ${MAX_NESTING} levels of nesting.`) };
    const total = meter.of(asked.schema, document, operation, variables);
    if (total === null) return {};
    const cost = { total, limit: config.maxCost };
    return total > config.maxCost
      ? { cost, error: tooComplex('Biaya / cost', total, config.maxCost, 'MAX_COST') }
      : { cost };
  };
}

const refusal = (code: string, text: string): GraphQLError =>
  new GraphQLError(text, { extensions: { code, http: { status: 400 } } });

const tooComplex = (what: string, value: number, limit: number, setting: string): GraphQLError =>
  refusal('TOO_COMPLEX', `${what}: ${value}, limit ${limit} (${setting}). Minta lebih sedikit. / Ask for less.`);

function unknownOperation(name: string | null | undefined): GraphQLError {
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
