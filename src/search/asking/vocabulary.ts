import { ARE_BEHIND } from '../../audit/changed-records.js';
import { STATE_OF_DATA, type StateOfData } from '../../database/answer-memory.js';
import type { ReadyStatement } from '../../database/byte-client.js';
import { keyOf, formOfText, type Form } from './forms.js';

/** Words that what is being typed may become, at most. */
const COMPLETIONS = 25;

/** What is known of the words of a question. */
export interface Known {
  /** In how many documents for everybody a stem stands, about. */
  readonly documents: ReadonlyMap<string, number>;
  /** In how many of their titles. */
  readonly titles: ReadonlyMap<string, number>;
  readonly totalDocuments: number;
  /** Stems of words that begin as the last word does, the most frequent first. */
  readonly completions: readonly string[];
  readonly synonyms: Synonyms;
  /** Of when this was looked up, and all that the question asks for may be of the same. */
  readonly state: StateOfData;
}

/** Forms that mean the same, by each of them. */
export type Synonyms = ReadonlyMap<string, readonly Form[]>;

interface Answer {
  documents: Record<string, number> | null;
  titles: Record<string, number> | null;
  total: number;
  isBehind: boolean;
  signature: string;
  groups: string[][] | null;
  state: StateOfData;
}

/** Looks up what a question needs to know of words. Synonyms are kept until somebody changes one. */
export class Vocabulary {
  private signature = '';
  private synonyms: Synonyms = new Map();

  constructor(
    private readonly ask: <T>(statement: ReadyStatement) => Promise<T>,
    /** Waits until the index shows all that was written. */
    private readonly caughtUp: () => Promise<unknown>,
  ) {}

  /** Answers when the index is up to date. */
  async lookUp(stems: readonly string[], prefix: string | null): Promise<Known> {
    let answer = await this.know(stems);
    if (answer.isBehind) {
      await this.caughtUp();
      answer = await this.know(stems);
    }
    const { documents, titles, total, signature, groups, state } = answer;
    if (groups) {
      this.synonyms = synonymsOf(groups);
      this.signature = signature;
    }
    return {
      documents: new Map(Object.entries(documents ?? {})),
      titles: new Map(Object.entries(titles ?? {})),
      totalDocuments: Math.max(total, 1),
      completions: prefix === null ? [] : await this.ask({ text: COMPLETED, values: [likePrefix(prefix)] }),
      synonyms: groups ? synonymsOf(groups) : this.synonyms,
      state,
    };
  }

  private know(stems: readonly string[]): Promise<Answer> {
    return this.ask({ name: 'search_vocabulary', text: KNOWN, values: [stems, this.signature] });
  }
}

const KNOWN = `
  with marks as (select count(*) || ' ' || coalesce(max(updated_at)::text, '') as signature from synonyms),
    stems as (select stem, sum(documents)::int as documents, sum(titles)::int as titles
      from search_words where stem = any($1::text[]) group by stem)
  select json_build_object(
    'documents', (select json_object_agg(stem, documents) from stems),
    'titles', (select json_object_agg(stem, titles) from stems),
    'total', (select greatest(reltuples, 0)::int from pg_class where oid = 'search_documents'::regclass),
    'isBehind', ${ARE_BEHIND},
    'state', ${STATE_OF_DATA},
    'signature', marks.signature,
    'groups', case when marks.signature <> $2 then
      (select coalesce(json_agg(forms), '[]') from synonyms where is_active) end)
  from marks`;

/** Without a name: only for a beginning that it knows PostgreSQL looks it up in the index. */
const COMPLETED = `
  select coalesce(json_agg(stem), '[]') from (
    select stem from search_words where word like $1
    group by stem order by sum(documents) desc, stem limit ${COMPLETIONS}) c`;

const likePrefix = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const synonyms = new Map<string, Form[]>();
  for (const group of groups) {
    const forms = group.map(formOfText).filter((form) => form.length > 0);
    for (const form of forms) {
      const others = synonyms.get(keyOf(form)) ?? [];
      synonyms.set(keyOf(form), [...others, ...forms.filter((other) => keyOf(other) !== keyOf(form))]);
    }
  }
  return synonyms;
}
