import { CURSOR_MARK } from './naive.pages.js';

type Path = readonly (string | number)[];

/** Looks for the first place where an answer is not what the specification says. Key order counts. */
export class Comparison {
  /** Which row each cursor was seen to stand for: one cursor must never stand for two rows of a type. */
  private readonly cursors = new Map<string, string>();

  firstDifference(actual: unknown, expected: unknown, path: Path = []): string | null {
    if (typeof expected === 'string' && expected.startsWith(CURSOR_MARK)) return this.cursor(actual, expected, path);
    if (Array.isArray(expected)) return this.lists(actual, expected, path);
    if (expected !== null && typeof expected === 'object') return this.objects(actual, expected, path);
    return Object.is(actual, expected) ? null : differ(path, actual, expected);
  }

  private lists(actual: unknown, expected: readonly unknown[], path: Path): string | null {
    if (!Array.isArray(actual)) return differ(path, actual, expected);
    for (const [index, item] of expected.entries()) {
      if (index >= actual.length) break;
      const difference = this.firstDifference(actual[index], item, [...path, index]);
      if (difference) return difference;
    }
    return actual.length === expected.length ? null : differ([...path, 'length'], actual.length, expected.length);
  }

  private objects(actual: unknown, expected: object, path: Path): string | null {
    if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return differ(path, actual, expected);
    const [given, wanted] = [Object.keys(actual), Object.keys(expected)];
    if (given.join() !== wanted.join()) return differ([...path, '(keys in order)'], given, wanted);
    for (const key of wanted) {
      const difference = this.firstDifference(
        (actual as Record<string, unknown>)[key],
        (expected as Record<string, unknown>)[key],
        [...path, key],
      );
      if (difference) return difference;
    }
    return null;
  }

  private cursor(actual: unknown, expected: string, path: Path): string | null {
    if (typeof actual !== 'string' || actual === '') return differ(path, actual, expected);
    const key = `${expected.slice(0, expected.lastIndexOf(':'))} ${actual}`;
    const known = this.cursors.get(key) ?? expected;
    this.cursors.set(key, known);
    return known === expected ? null : differ(path, `a cursor that also stands for ${known}`, expected);
  }
}

function differ(path: Path, actual: unknown, expected: unknown): string {
  return `at ${path.join('.')}\n    API:           ${short(actual)}\n    specification: ${short(expected)}`;
}

const short = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 300);
