import { graphqlError } from '../common/errors.js';
import type { Report } from '../common/read/report.js';
import { Satker } from '../satker/satker.entity.js';
import { PAGE } from './coverage.types.js';
import type { Open } from '../common/read/openings.js';

const CURSOR = /^satker:(\d{2}(?:\.\d{2})?)$/;

/** A page of the units in `told`, narrowed to one stage where one is asked for, by code. */
export function writeUnits(field: Report, open: Open): string {
  const { reported, stage, after } = field.args.now as {
    reported?: boolean | null;
    stage?: string | null;
    after?: string;
  };
  const first = field.size('first', 1, PAGE.most);
  const code = (): string => field.derived('stage', 'text', (value) => value);
  const own =
    stage == null
      ? 'select id, code, n, stages from told'
      : `select t.id, t.code, coalesce(sum(r.n), 0)::int as n, count(r.n) as stages from told t
         left join reports r on r.satker_id = t.id and r.stage_id = (select id from stages where code = ${code()})
         group by 1, 2`;
  const wanted = reported == null ? 'true' : reported ? 'n > 0' : 'n = 0';
  const listed = `select * from (${own}) x where ${wanted}`;
  const start = after == null ? '' : ` where code > ${field.derived('after', 'text', codeOf)}`;
  const page = `select * from (${listed}) y${start} order by code limit ${first}`;
  const cursor = `encode(convert_to('satker:' || v.code, 'UTF8'), 'base64')`;
  const node = (of: Report): string =>
    of.object({
      satker: (satker) => satker.entity(Satker, (row) => `${row.column('id')} = v.id`),
      reported: 'v.n > 0',
      experienceCount: 'v.n',
      stageCount: 'v.stages',
      filter: () =>
        open({
          satker: `json_build_object('eq', v.code)`,
          ...(stage == null ? {} : { stage: `json_build_object('eq', ${code()})` }),
        }),
    });
  const listOf = (sql: string): string => `(select coalesce(json_agg(${sql} order by v.code), '[]') from page v)`;
  const answer = field.object({
    totalCount: '(select count(*) from listed)',
    nodes: (nodes) => listOf(node(nodes)),
    edges: (edges) => listOf(edges.object({ cursor, node })),
    pageInfo: (info) =>
      info.object({
        hasNextPage: 'exists (select from listed where code > (select max(code) from page))',
        hasPreviousPage: String(after != null),
        startCursor: `(select ${cursor} from page v order by v.code limit 1)`,
        endCursor: `(select ${cursor} from page v order by v.code desc limit 1)`,
      }),
  });
  return `(with listed as (${listed}), page as (${page}) select ${answer})`;
}

function codeOf(cursor: unknown): string {
  const code = CURSOR.exec(Buffer.from(String(cursor), 'base64').toString('utf8'))?.[1];
  if (code !== undefined) return code;
  throw graphqlError(
    'BAD_USER_INPUT',
    'after: this cursor was not made by the same list / kursor bukan dari daftar ini.',
  );
}
