/** A row's grade for a question, 1–3, by the row's id; rows that are not in it have 0. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain of the first `depth` places: gain 2^grade − 1, discount log2(place + 1), over what the
 * best order of the graded rows would have; 0–1. Where nothing is relevant, nothing is the right answer: 1, and anything else 0.
 * A row that comes twice counts once, and its second place is lost.
 */
export function ndcg(found: readonly string[], grades: Grades, depth = 10): number {
  const ideal = gainOf(
    [...grades.values()].sort((a, b) => b - a),
    depth,
  );
  if (ideal === 0) return found.length === 0 ? 1 : 0;
  const seen = new Set<string>();
  const graded = found.map((id) => {
    const grade = seen.has(id) ? 0 : (grades.get(id) ?? 0);
    seen.add(id);
    return grade;
  });
  return gainOf(graded, depth) / ideal;
}

/** Of grades in the order of their places. */
function gainOf(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
