import type { Complaint } from '../common/errors.js';
import type { MessageKey } from '../common/messages.js';
import type { CreateExperienceInput, ObstacleInput } from '../experiences/experience.inputs.js';
import type { ChoicesByList } from './read-choices.js';
import { EXPERIENCE_COLUMNS, type ColumnKey, type ExperienceKey, type ListName, type RowKey } from './columns.js';
import { dayOfNumber, dayOfText, dayTurnedRound } from './dates.js';
import type { Cell } from './files/cell.js';
import type { TableRow } from './table.js';

/** Something wrong with one cell. */
export interface CellProblem {
  row: number;
  key: ColumnKey;
  code: MessageKey;
  params: Complaint['params'];
  given: string;
  suggestion: string | null;
}

export type DraftValues = Omit<CreateExperienceInput, 'clientMutationId'>;

/** PostgreSQL has no place for the first, and half a pair of surrogates is no letter. */
const NO_TEXT = /\0|\p{Cs}/u;

type Place = { row: TableRow; key: ColumnKey };
type ChoiceKey = ListName & ColumnKey;

/** Makes one draft of the rows that belong to it, and remembers the cell that each of its fields came from. */
export class DraftBuilder {
  readonly problems: CellProblem[] = [];
  private readonly places = new Map<string, Place>();
  private readonly values: DraftValues;
  private readonly obstacles: ObstacleInput[] = [];
  private readonly recommendations: NonNullable<DraftValues['recommendations']> = [];

  constructor(
    private readonly choices: ChoicesByList,
    readonly rows: TableRow[],
  ) {
    const [first, ...others] = rows as [TableRow, ...TableRow[]];
    this.values = this.experience(first);
    for (const row of others) this.refuseDifferent(first, row);
    for (const row of rows) this.addRow(row);
  }

  /** The fields as the API takes them, always in the same order. */
  get draft(): DraftValues {
    const { values, obstacles, recommendations } = this;
    return { ...values, obstacles, recommendations };
  }

  /** A complaint about a field, at the cell that it came from. */
  problemOf({ field, code, params }: Complaint): CellProblem {
    let path = field ?? 'title';
    while (!this.places.has(path) && path.includes('.')) path = path.slice(0, path.lastIndexOf('.'));
    const { row, key } = this.places.get(path) ?? { row: this.rows[0]!, key: 'title' as const };
    return { row: row.number, key, code, params, given: row.cells.get(key)?.text ?? '', suggestion: null };
  }

  private experience(row: TableRow): DraftValues {
    for (const [key, cell] of row.cells)
      if (cell.continuesAbove && key !== 'title' && isOfExperience(key)) this.complain({ row, key }, 'MERGED_CELLS');
    return {
      title: this.text({ row, key: 'title' }, 'title') ?? '',
      stage: this.choice({ row, key: 'stage' }, 'stage'),
      kind: this.choice({ row, key: 'kind' }, 'kind') as DraftValues['kind'],
      topic: this.choice({ row, key: 'topic' }, 'topic'),
      event: this.choice({ row, key: 'event' }, 'event'),
      occurredOn: this.day({ row, key: 'occurredOn' }, 'occurredOn'),
      expected: this.text({ row, key: 'expected' }, 'expected'),
      happened: this.text({ row, key: 'happened' }, 'happened'),
      actionTaken: this.text({ row, key: 'actionTaken' }, 'actionTaken'),
      result: this.text({ row, key: 'result' }, 'result'),
    };
  }

  /** A row that continues the one above may repeat what the first row says, and say nothing else. */
  private refuseDifferent(first: TableRow, row: TableRow): void {
    for (const { key } of EXPERIENCE_COLUMNS) {
      const said = wordsOf(row.cells.get(key));
      const known = wordsOf(first.cells.get(key));
      if (said !== '' && said !== known)
        this.complain({ row, key }, 'CONTINUES_DIFFERENTLY', { row: first.number, value: known || '–' });
    }
  }

  private addRow(row: TableRow): void {
    const has = (...keys: RowKey[]): boolean => keys.some((key) => row.cells.has(key));
    const hasObstacle = has('obstacle', 'cause', 'likelihood', 'impact', 'regulated');
    if (hasObstacle) this.addObstacle(row, `obstacles.${this.obstacles.length}`);
    if (!has('recommendation', 'remedy')) return;
    const path = `recommendations.${this.recommendations.length}`;
    this.recommendations.push({
      text: this.text({ row, key: 'recommendation' }, `${path}.text`) ?? '',
      remedy: this.choice({ row, key: 'remedy' }, `${path}.remedy`) as never,
      obstacles: hasObstacle ? [this.obstacles.length] : null,
    });
    this.remember(path, { row, key: 'recommendation' });
  }

  private addObstacle(row: TableRow, path: string): void {
    this.obstacles.push({
      text: this.text({ row, key: 'obstacle' }, `${path}.text`) ?? '',
      cause: this.choice({ row, key: 'cause' }, `${path}.cause`),
      likelihood: this.number({ row, key: 'likelihood' }, `${path}.likelihood`),
      impact: this.number({ row, key: 'impact' }, `${path}.impact`),
      regulated: this.choice({ row, key: 'regulated' }, `${path}.regulated`) as never,
    });
    this.remember(path, { row, key: 'obstacle' });
  }

  /** The cell of a field, unless it is empty or cannot be used. */
  private cell(place: Place, path: string): Cell | null {
    this.remember(path, place);
    const cell = place.row.cells.get(place.key);
    if (!cell || (cell.continuesAbove && isOfExperience(place.key))) return null;
    const problem =
      cell.problem ?? (cell.continuesAbove ? 'MERGED_CELLS' : NO_TEXT.test(cell.text) ? 'BAD_INPUT' : null);
    if (problem === null) return cell;
    this.complain(place, problem);
    return null;
  }

  private text(place: Place, path: string): string | null {
    return this.cell(place, path)?.text.trim() || null;
  }

  private number(place: Place, path: string): number | null {
    const cell = this.cell(place, path);
    if (!cell) return null;
    // "4 (sering)" is a four; what is no number is refused as one that is out of range.
    return cell.number ?? Number(/^\s*(-?\d+(?:[.,]\d+)?)(?!\d)/.exec(cell.text)?.[1]?.replace(',', '.') ?? NaN);
  }

  private choice(place: Place & { key: ChoiceKey }, path: string): string | null {
    const cell = this.cell(place, path);
    if (!cell) return null;
    const meaning = this.choices[place.key].meaning(cell.text);
    if (meaning.code !== null) return meaning.code;
    const { among, suggestion } = meaning;
    if (among.length > 0) this.complain(place, 'SEVERAL_CHOICES', { matches: among.join(' · ') }, suggestion);
    else this.complain(place, 'NOT_IN_LIST', {}, suggestion);
    return null;
  }

  private day(place: Place, path: string): string | null {
    const cell = this.cell(place, path);
    if (!cell) return null;
    const day = cell.number === null ? dayOfText(cell.text) : dayOfNumber(cell.number);
    if (!day) this.complain(place, 'BAD_DATE', {}, dayTurnedRound(cell.text));
    return day;
  }

  private remember(path: string, place: Place): void {
    this.places.set(path, place);
  }

  private complain(
    { row, key }: Place,
    code: MessageKey,
    params: Complaint['params'] = {},
    suggestion?: string | null,
  ) {
    const given = row.cells.get(key)?.text ?? '';
    this.problems.push({ row: row.number, key, code, params, given, suggestion: suggestion ?? null });
  }
}

const OF_EXPERIENCE = new Set<ColumnKey>(EXPERIENCE_COLUMNS.map(({ key }) => key));
export const isOfExperience = (key: ColumnKey): key is ExperienceKey => OF_EXPERIENCE.has(key);

/** What a cell says, for comparing; a merged one says what the one above does. */
export const wordsOf = (cell: Cell | undefined): string =>
  !cell || cell.continuesAbove ? '' : cell.text.replace(/\s+/g, ' ').trim();
