/** The account that writes in the benchmark's databases. */
export const WRITER = { username: 'bench.7371', password: 'only-for-the-benchmark', satker: '73.71' };
