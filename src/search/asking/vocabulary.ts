import type { DataSource } from 'typeorm';
import { keyOf, formOfText, type Form } from './forms.js';

/** Words that what is being typed may become, at most. */
const COMPLETIONS = 25;

/** What is known of the words of a question. */
export interface Known {
  /** In how many documents for everybody a stem stands, about. */
  readonly documents: ReadonlyMap<string, number>;
  readonly totalDocuments: number;
  /** Stems of words that begin as the last word does, the most frequent first. */
  readonly completions: readonly string[];
  readonly synonyms: Synonyms;
}

/** Forms that mean the same, by each of them. */
export type Synonyms = ReadonlyMap<string, readonly Form[]>;

interface Answer {
  documents: Record<string, number> | null;
  total: number;
  completions: string[] | null;
  signature: string;
  groups: string[][] | null;
}

/** Looks up what a question needs to know of words. Synonyms are kept until somebody changes one. */
export class Vocabulary {
  private signature = '';
  private synonyms: Synonyms = new Map();

  constructor(private readonly dataSource: Pick<DataSource, 'query'>) {}

  async lookUp(stems: readonly string[], prefix: string | null): Promise<Known> {
    const [answer] = await this.dataSource.query<Answer[]>(SQL, [stems, prefix && likePrefix(prefix), this.signature]);
    const { documents, total, completions, signature, groups } = answer!;
    if (groups) {
      this.synonyms = synonymsOf(groups);
      this.signature = signature;
    }
    return {
      documents: new Map(Object.entries(documents ?? {})),
      totalDocuments: Math.max(total, 1),
      completions: completions ?? [],
      synonyms: groups ? synonymsOf(groups) : this.synonyms,
    };
  }
}

const SQL = `
  with marks as (select count(*) || ' ' || coalesce(max(updated_at)::text, '') as signature from synonyms)
  select
    (select json_object_agg(stem, n) from (
       select stem, sum(documents)::int as n from search_words where stem = any($1::text[]) group by stem) d) as documents,
    (select greatest(reltuples, 0)::int from pg_class where oid = 'search_documents'::regclass) as total,
    (select json_agg(stem) from (
       select stem from search_words where $2::text is not null and word like $2
       group by stem order by sum(documents) desc, stem limit ${COMPLETIONS}) c) as completions,
    marks.signature,
    case when marks.signature <> $3 then
      (select coalesce(json_agg(forms), '[]') from synonyms where is_active) end as groups
  from marks`;

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
