import { describe, expect, it } from '@jest/globals';
import { readCorpus } from '../../src/seeds/demo/corpus.js';
import { readGrades, readQuestions } from './questions.js';

const questions = readQuestions();
const grades = readGrades();

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

describe('the relevance set', () => {
  it('has many questions of every group, each once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(80);
    expect(repeated(questions.map(({ id }) => id))).toEqual([]);
    expect(repeated(questions.map(({ text }) => text))).toEqual([]);
    expect(questions.filter(({ id, text }) => !/^Q\d{3}$/.test(id) || text.trim() === '')).toEqual([]);
    const groups = 'inflection question abbreviation colloquial typo phrase operator trap topic nothing'.split(' ');
    expect([...new Set(questions.map(({ group }) => group))]).toEqual(groups);
    expect(groups.filter((name) => questions.filter(({ group }) => group === name).length < 8)).toEqual([]);
  });

  it('grades rows of the corpus, each once a question, from 1 to 3', () => {
    const rows = new Set(readCorpus().map(({ id }) => id));
    const known = new Set(questions.map(({ id }) => id));
    expect(grades.filter(({ row, question }) => !rows.has(row) || !known.has(question))).toEqual([]);
    expect(grades.filter(({ grade }) => ![1, 2, 3].includes(grade))).toEqual([]);
    expect(repeated(grades.map(({ question, row }) => `${question} ${row}`))).toEqual([]);
  });

  it('asks for every row of the corpus, and of some questions for nothing', () => {
    const asked = new Set(grades.map(({ row }) => row));
    expect(readCorpus().filter(({ id }) => !asked.has(id))).toEqual([]);
    const unanswered = questions.filter((question) => question.grades.size === 0);
    expect(unanswered.map(({ group }) => group)).toEqual(['trap', ...Array<string>(8).fill('nothing')]);
  });
});
