import type { DataSource } from 'typeorm';
import type { Actor } from '../../common/access.js';
import type { FieldArguments } from '../../common/read/arguments.js';
import { filterSql } from '../../common/read/filter.js';
import type { EntityClass } from '../../common/read/model.js';
import { readError } from '../../common/read/read-error.js';
import { StatementNames, type Nameable } from '../../common/read/statement-names.js';
import { Statement, type Row, type Run } from '../../common/read/statement.js';
import type { Tables } from '../../common/read/tables.js';
import type { StateOfData } from '../../database/answer-memory.js';
import { askForJson } from '../../database/run-statement.js';
import { SearchDocument } from '../search-document.entity.js';
import type { SearchType } from '../search.enums.js';

/** The documents a statement is written about, in sight of whoever asks. */
export interface Seen {
  /** `d` with its conditions, to stand behind `from`: only what exists for the actor, under the filter. */
  rows(): string;
  /** The conditions alone. */
  conditions(): string;
  /** Whether a filter is among them. */
  readonly isFiltered: boolean;
  /** The types that are asked for; null for all. */
  readonly types: readonly SearchType[] | null;
  param(value: unknown, cast: string): string;
  /** What of another entity's rows, under an alias, exists for the actor. */
  scopeOf(entity: EntityClass, alias: string): string;
}

/** Of questions and pages of all sizes. */
const MOST_FORMS = 200;

/** Texts of statements, the ones that were used last at the end. */
class Forms {
  private readonly texts = new Map<string, Nameable>();
  private readonly names = new StatementNames('search', MOST_FORMS);

  nameOf(text: string): string | null {
    const known = this.texts.get(text) ?? { uses: 0, name: null };
    this.texts.delete(text);
    this.texts.set(text, known);
    if (this.texts.size > MOST_FORMS) this.texts.delete(this.texts.keys().next().value!);
    return this.names.used(known).name;
  }
}

const FORMS = new Forms();

/** What is looked at, and when. */
interface Range {
  /** Of a field with a filter. */
  readonly args?: FieldArguments;
  readonly variables?: Run['variables'];
  readonly types: readonly SearchType[] | null;
  /** Of the question, where it is known: all that is asked for may be of the same. */
  readonly state?: StateOfData;
}

/** What one actor may find under one filter: everything the search asks of the database goes through here. */
export class Sight {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tables: Tables,
    private readonly actor: Actor,
    private readonly range: Range,
  ) {}

  get isFiltered(): boolean {
    return Boolean(this.range.args?.now['filter']);
  }

  get state(): StateOfData | undefined {
    return this.range.state;
  }

  /**
   * Runs a statement that answers one value of JSON. The same text comes again with each question of the same form, so it is
   * prepared, and soon planned once for all; under a filter the plan is as good as PostgreSQL knows what is looked for.
   */
  async ask<T>(write: (seen: Seen) => string): Promise<T> {
    const statement = new Statement(this.tables, this.actor.role);
    let isUnderFilter = false;
    const text = write(this.seen(statement, () => (isUnderFilter = this.isFiltered)));
    const run: Run = { variables: this.range.variables ?? {}, actor: this.actor, keys: [] };
    const values = statement.getters.map((get) => get(run));
    const name = isUnderFilter ? null : FORMS.nameOf(text);
    try {
      return await askForJson<T>(this.dataSource, { name, text, values }, this.state);
    } catch (error) {
      throw readError(error);
    }
  }

  /** @param onConditions called when the conditions are part of the statement */
  private seen(statement: Statement, onConditions: () => void): Seen {
    const document = statement.row(this.tables.of(SearchDocument), 'd');
    const param = (value: unknown, cast: string): string => statement.param(() => value, cast);
    const conditions = (): string => {
      onConditions();
      return this.conditions(statement, document, param);
    };
    return {
      param,
      rows: () => `search_documents d where ${conditions()}`,
      conditions,
      isFiltered: this.isFiltered,
      types: this.range.types,
      scopeOf: (entity, alias) => statement.scope(statement.row(this.tables.of(entity), alias)) ?? 'true',
    };
  }

  private conditions(statement: Statement, document: Row, param: Seen['param']): string {
    const { types, args } = this.range;
    const ofTypes = types && `d.type = any(${param(types, 'text[]')})`;
    const filter = args && filterSql(document, args);
    return [statement.scope(document) ?? 'true', ofTypes, filter].filter(Boolean).join(' and ');
  }
}
