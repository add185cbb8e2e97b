/** A statement that may have a name. */
export interface Nameable {
  uses: number;
  /** The name of the prepared statement, once it has been used often enough to deserve one. */
  name: string | null;
}

const USES_BEFORE_NAMING = 3;

/**
 * Names for statements that come again. A prepared statement costs every connection memory, so a name is given late and
 * taken back from the least used. The server keeps a dropped name until its connection is replaced, after so many uses or names.
 */
export class StatementNames {
  /** In order of use; the first is the one to give up its name. */
  private readonly named = new Set<Nameable>();
  private sequence = 0;

  constructor(
    private readonly beginning: string,
    private readonly most: number,
  ) {}

  /** Counts a use, after which the statement may have a name. */
  used<T extends Nameable>(statement: T): T {
    statement.uses += 1;
    if (statement.name) {
      this.named.delete(statement);
      this.named.add(statement);
    } else if (statement.uses > USES_BEFORE_NAMING) {
      statement.name = `${this.beginning}_${++this.sequence}`;
      this.named.add(statement);
      if (this.named.size > this.most) this.forgetOldest();
    }
    return statement;
  }

  private forgetOldest(): void {
    const [oldest] = this.named;
    if (!oldest) return;
    this.named.delete(oldest);
    oldest.name = null;
    oldest.uses = 0;
  }
}
