import type { DataSource, QueryRunner } from 'typeorm';
import type { Searcher } from './measure.js';

/** How the words of a question are joined: all of them, any of them, or any where no row has all. */
const JOINS = ['and', 'or', 'and, else or'] as const;
const RANKS = ['ts_rank_cd', 'ts_rank'] as const;

/** Words, words and "phrases" with a minus, and the word OR between them. */
const PART = /-?"[^"]*"|\S+/g;

/**
 * What PostgreSQL finds with its own `indonesian` configuration over the same rows: the obstacle in weight A, the
 * recommendation in B, the names of topic, cause and stage in C.
 */
export class IndonesianSearch {
  private constructor(private readonly connection: QueryRunner) {}

  /** The documents stand in a temporary table, so they belong to one connection; `close` gives it back. */
  static async over(dataSource: DataSource): Promise<IndonesianSearch> {
    const connection = dataSource.createQueryRunner();
    await connection.query(
      `create temporary table documents as
       select e.code as id,
         setweight(to_tsvector('indonesian', o.text), 'A') ||
         setweight(to_tsvector('indonesian', r.text), 'B') ||
         setweight(to_tsvector('indonesian', concat_ws(' | ', t.name, c.name, s.name)), 'C') as words
       from experiences e
       join obstacles o on o.experience_id = e.id
       join recommendations r on r.experience_id = e.id
       left join topics t on t.id = e.topic_id
       left join causes c on c.id = o.cause_id
       left join stages s on s.id = e.stage_id`,
    );
    return new IndonesianSearch(connection);
  }

  async close(): Promise<void> {
    await this.connection.query('drop table documents');
    await this.connection.release();
  }

  /** Every way of asking, by its name. */
  variants(): Map<string, Searcher> {
    const variants = RANKS.flatMap((rank) =>
      JOINS.map((join): [string, Searcher] => {
        const and: Searcher = (question) => this.find(rank, question, '');
        const or: Searcher = (question) => this.find(rank, ...anyOf(question));
        const both: Searcher = async (question) => {
          const found = await and(question);
          return found.length > 0 ? found : or(question);
        };
        return [`${rank} ${join}`, { and, or, 'and, else or': both }[join]];
      }),
    );
    return new Map(variants);
  }

  private async find(rank: (typeof RANKS)[number], wanted: string, unwanted: string): Promise<string[]> {
    const rows: { id: string }[] = await this.connection.query(
      `select id
       from documents,
         (select websearch_to_tsquery('indonesian', $1) && websearch_to_tsquery('indonesian', $2) as query) as asked
       where words @@ query
       order by ${rank}(words, query) desc, id
       limit 10`,
      [wanted, unwanted],
    );
    return rows.map(({ id }) => id);
  }
}

/** The question with OR between its parts, and apart from it what it does not want: a minus holds for every part. */
function anyOf(question: string): [wanted: string, unwanted: string] {
  const parts = question.match(PART) ?? [];
  const wanted = parts.filter((part) => !part.startsWith('-') && part !== 'OR');
  return [wanted.join(' OR '), parts.filter((part) => part.startsWith('-')).join(' ')];
}
