import { readFileSync } from 'node:fs';

/** The phrase bank `data/phrases.json`: Indonesian, general, without names of people or places. */
export interface Phrases {
  title: { tails: string[]; nearMiss: string[] };
  happened: {
    clauseLeads: string[];
    phraseLeads: string[];
    practiceLeads: string[];
    innovationLeads: string[];
    practiceWhy: string[];
    nearMissLeads: string[];
    furtherClause: string[];
    furtherPhrase: string[];
    knownFrom: string[];
    records: string[];
    effects: string[];
  };
  obstacleTails: string[];
  recommendationTails: string[];
  expected: { openers: string[]; closers: string[]; byCause: Record<string, string[]> };
  action: { subjects: string[]; connectors: string[]; byCause: Record<string, string[]> };
  result: Record<'resolved' | 'partly' | 'unresolved' | 'avoided' | 'practice' | 'followUps', string[]>;
  rare: { fieldSentences: string[]; fieldWords: string[]; officeSentences: string[]; officeWords: string[] };
}

export function readPhrases(): Phrases {
  return JSON.parse(readFileSync(new URL('./data/phrases.json', import.meta.url), 'utf8')) as Phrases;
}
