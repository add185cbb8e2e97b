const SCALE = [1, 2, 3, 4, 5];
const PAIRS = SCALE.flatMap((likelihood) => SCALE.map((impact) => ({ likelihood, impact })));

/** SQL: likelihood, impact and their place in an array of the 25 cells of a matrix, counted from one. */
export const CELLS: readonly string[] = PAIRS.map(
  ({ likelihood, impact }, index) => `(${likelihood}, ${impact}, ${index + 1})`,
);

/** SQL that counts rows with a likelihood and an impact by cell. */
export const COUNT_OF_CELLS = `array[${PAIRS.map(
  ({ likelihood, impact }) => `count(*) filter (where likelihood = ${likelihood} and impact = ${impact})`,
).join(', ')}]::int[]`;

/** SQL that adds up arrays `cells`. */
export const SUM_OF_CELLS = `array[${PAIRS.map((_, index) => `sum(cells[${index + 1}])`).join(', ')}]`;
