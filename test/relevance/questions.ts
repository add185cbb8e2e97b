import { readFileSync } from 'node:fs';
import type { Grades } from './ndcg.js';

export interface Question {
  id: string;
  /** What is hard about it; `questions.tsv` explains the groups. */
  group: string;
  text: string;
  note: string;
  /** By the row's id in the corpus. */
  grades: Grades;
}

/** A line of `grades.tsv`. */
export interface Grade {
  question: string;
  row: string;
  grade: number;
}

export function readQuestions(): Question[] {
  const grades = readGrades();
  return linesOf('questions.tsv').map(([id = '', group = '', text = '', note = '']) => {
    const own = grades.filter(({ question }) => question === id);
    return { id, group, text, note, grades: new Map(own.map(({ row, grade }) => [row, grade])) };
  });
}

export function readGrades(): Grade[] {
  return linesOf('grades.tsv').map(([question = '', row = '', grade]) => ({ question, row, grade: Number(grade) }));
}

/** The cells of each line; without comments, which begin with #, and the line of the names. */
function linesOf(file: string): string[][] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split(/\r?\n/);
  const [, ...rows] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return rows.map((line) => line.split('\t'));
}
