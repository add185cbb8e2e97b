import { getArgumentValues, Kind, visit, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';
import { graphqlError } from '../errors.js';
import type { ArgumentValue } from './model.js';
import type { Getter, Statement } from './statement.js';

type Path = readonly (string | number)[];
const MAX_LIST = 500;

/** The arguments of one field: their values now, and getters that read them anew when the plan is run again. */
export class FieldArguments {
  readonly now: Readonly<Record<string, unknown>>;

  constructor(
    private readonly definition: GraphQLField<unknown, unknown>,
    private readonly node: FieldNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.now = getArgumentValues(definition, node, variables);
  }

  /** A getter for the value at a path below the arguments, such as ["filter", "kind", "eq"]. */
  getter(path: Path): Getter {
    const now = dig(this.now, path);
    const node = this.node.arguments?.find((argument) => argument.name.value === path[0])?.value;
    if (!node || !mentionsVariable(node)) return () => now;
    if (node.kind === Kind.VARIABLE) {
      const name = node.name.value;
      // A variable left out falls back to the argument's default, which no later run can change.
      if (this.variables[name] === undefined) return () => now;
      return (run) => dig(run.variables[name], path.slice(1));
    }
    return (run) => dig(getArgumentValues(this.definition, this.node, run.variables as Record<string, unknown>), path);
  }

  value(statement: Statement, path: Path): ArgumentValue {
    return {
      now: dig(this.now, path),
      param: (cast, member) => {
        const get = this.getter(member === undefined ? path : [...path, member]);
        return statement.param((run) => checkedList(get(run), path), cast);
      },
    };
  }
}

function checkedList(value: unknown, path: Path): unknown {
  if (Array.isArray(value) && value.length > MAX_LIST)
    throw graphqlError(
      'BAD_USER_INPUT',
      `${path.join('.')}: at most ${MAX_LIST} values / paling banyak ${MAX_LIST} nilai.`,
    );
  return value;
}

function dig(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key],
    value,
  );
}

function mentionsVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable() {
      found = true;
    },
  });
  return found;
}
