import { hash } from 'node:crypto';
import { Rejected } from '../common/errors.js';
import { checkInput } from '../common/write/validation.js';
import { complaintsAboutDraft, type KnownCodes } from '../experiences/draft-rules.js';
import { CreateExperienceInput } from '../experiences/experience.inputs.js';
import { EXAMPLE } from './columns.js';
import { DraftBuilder, wordsOf, type CellProblem } from './draft-builder.js';
import { normalised } from './nearest.js';
import type { ChoicesByList } from './read-choices.js';
import type { Heading, Table, TableRow } from './table.js';

/** Rows that are taken together at most; what an experience may have of obstacles is fewer by far. */
const LONGEST_EXPERIENCE = 100;

/** What the rows of a file are held against, looked up once for all of them. */
export interface Standard {
  choices: ChoicesByList;
  known: KnownCodes;
  /** Code of the unit that they are written for. */
  unit: string;
}

/** An experience as it stands in a file: a draft that can be written, or what is wrong with it. */
export interface CheckedDraft {
  rows: readonly TableRow[];
  input: CreateExperienceInput;
  problems: CellProblem[];
}

/** The experiences of a file, each checked by the rules of a single draft, with at most so many rows. */
export async function* checkedDrafts(table: Table, standard: Standard, maxRows: number): AsyncGenerator<CheckedDraft> {
  refuseOtherUnit(table.heading, standard.unit);
  for await (const rows of experiencesOf(table.rows(), maxRows)) yield check(rows, standard);
}

function check(rows: TableRow[], { choices, known, unit }: Standard): CheckedDraft {
  const builder = new DraftBuilder(choices, rows);
  const { draft } = builder;
  // The same content of the same unit is the same request, whoever sends it and in whatever file.
  const clientMutationId = `import:${hash('sha256', JSON.stringify([unit, draft]))}`;
  const { input, complaints } = checkInput(CreateExperienceInput, { clientMutationId, ...draft });
  const found = [...complaints, ...complaintsAboutDraft(input, known)].map((one) => builder.problemOf(one));
  const problems = [...builder.problems];
  // A cell that could not be read is not missing as well.
  for (const one of found) if (!problems.some(({ row, key }) => row === one.row && key === one.key)) problems.push(one);
  return { rows, input, problems };
}

/** Rows that belong together: the first has a title, and those below it have none or the same at the same stage. */
async function* experiencesOf(rows: AsyncIterable<TableRow>, maxRows: number): AsyncGenerator<TableRow[]> {
  let group: TableRow[] = [];
  let count = 0;
  for await (const row of rows) {
    const isNew = group.length === LONGEST_EXPERIENCE || (group.length > 0 && !continues(row, group[0]!));
    if (isNew) {
      if (!isExample(group)) yield group;
      group = [];
    }
    group.push(row);
    if (!isExample(group) && (count += 1) > maxRows) throw Rejected.because('TOO_MANY_ROWS', 'file', { max: maxRows });
  }
  if (group.length > 0 && !isExample(group)) yield group;
}

function continues(row: TableRow, first: TableRow): boolean {
  const title = wordsOf(row.cells.get('title'));
  if (title === '') return true;
  const stage = wordsOf(row.cells.get('stage'));
  return title === wordsOf(first.cells.get('title')) && (stage === '' || stage === wordsOf(first.cells.get('stage')));
}

const isExample = ([first]: readonly TableRow[]): boolean => wordsOf(first?.cells.get('title')).startsWith(EXAMPLE);

/** A template belongs to the unit that fetched it; somebody who sends another's has taken the wrong file. */
function refuseOtherUnit({ unit }: Heading, own: string): void {
  const [code = ''] = normalised(unit ?? '') === '' ? [] : unit!.split(/\s/, 1);
  if (code !== '' && code !== own) throw Rejected.because('NOT_YOUR_SATKER', 'file', { own });
}
