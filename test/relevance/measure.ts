import { ndcg } from './ndcg.js';
import type { Question } from './questions.js';

/** Answers a question with the ids of rows of the corpus, the best first. */
export type Searcher = (question: string) => Promise<string[]>;

export interface Measured {
  question: Question;
  found: string[];
  /** nDCG@10. */
  score: number;
}

export async function measure(questions: readonly Question[], search: Searcher): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const question of questions) {
    const found = await search(question.text);
    measured.push({ question, found, score: ndcg(found, question.grades) });
  }
  return measured;
}

export const meanOf = (measured: readonly Measured[]): number =>
  measured.reduce((sum, { score }) => sum + score, 0) / measured.length;

/** A table of means by group, a column for each searcher; those of the first in the order of the questions. */
export function tableOf(columns: ReadonlyMap<string, readonly Measured[]>): string {
  const [first = []] = columns.values();
  const groups = [...new Set(first.map(({ question }) => question.group))];
  const names = [...columns.keys()];
  const line = (label: string, count: number, isCounted: (measured: Measured) => boolean): string =>
    [
      label.padEnd(13),
      String(count).padStart(4),
      ...names.map((name) =>
        meanOf(columns.get(name)!.filter(isCounted))
          .toFixed(3)
          .padStart(name.length + 2),
      ),
    ].join('');
  return [
    `${'nDCG@10'.padEnd(17)}${names.map((name) => `  ${name}`).join('')}`,
    ...groups.map((group) => {
      const isOfGroup = ({ question }: Measured): boolean => question.group === group;
      return line(group, first.filter(isOfGroup).length, isOfGroup);
    }),
    line('all', first.length, () => true),
  ].join('\n');
}

/** The worst answers: what was asked, what came first with its grades, and the best row that did not come among ten. */
export function worstOf(measured: readonly Measured[], count = 10): string {
  const worst = measured.toSorted((a, b) => a.score - b.score).slice(0, count);
  return worst
    .map(({ question: { id, text, grades }, found, score }) => {
      const graded = (row: string): string => `${row}=${grades.get(row) ?? 0}`;
      const missed = [...grades.keys()].filter((row) => !found.slice(0, 10).includes(row)).slice(0, 3);
      const first = found.slice(0, 5).map(graded).join(' ') || 'nothing';
      return `${score.toFixed(3)} ${id} ${text}\n      first: ${first}; not found: ${missed.map(graded).join(' ') || 'none'}`;
    })
    .join('\n');
}
