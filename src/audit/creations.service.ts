import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/access.js';
import type { PayloadRead, Shown } from '../common/read/payload-read.js';
import { Together } from '../common/together.js';
import { rejectedByDatabase } from '../common/write/database-refusal.js';
import type { ReadyStatement } from '../database/byte-client.js';
import { runStatement } from '../database/run-statement.js';
import { ClientMutation } from './client-mutation.entity.js';
import { clientRequest, refuseOther } from './client-requests.js';
import { creationRow, creationStatement, type WholeCreation } from './creation-statement.js';

interface Request<Input> {
  actor: Actor;
  input: Input;
  payload: PayloadRead;
  /** Called when nothing was written: rejects with the reason, unless the request was one carried out before. */
  explain: () => Promise<void>;
}

/** A record to create: its statement, in which others may have a row as well, and its own row. */
interface Job {
  statement: Pick<ReadyStatement, 'name' | 'text'>;
  row: Readonly<Record<string, unknown>>;
  /** What is remembered of its request. */
  key: string;
}

/** Statements under way. While one is written, the next gathers; most connections stay for readers. */
const AT_ONCE = 2;
/** Records of one statement: from here on a further one saves little. */
const MOST = 16;

/**
 * Creates a record, what belongs to it, its history and the memory of the client's request in one statement, which all
 * happens or nothing, and reads what the payload shows of it in the same. It does what `Changes.create` does, in one
 * exchange with PostgreSQL instead of about ten; and of what many send at once, many records in one statement.
 */
@Injectable()
export class Creations {
  private readonly together = new Together((jobs: readonly Job[]) => this.write(jobs), {
    atOnce: AT_ONCE,
    most: MOST,
    fits: ({ statement, key }, taken) =>
      statement.text === taken[0]!.statement.text && taken.every((other) => other.key !== key),
    isFaultOfOne: (reason) => rejectedByDatabase(reason) !== null,
  });

  constructor(private readonly dataSource: DataSource) {}

  /** The record that was made, by this request or an earlier one with the same id. */
  async create<Input extends { clientMutationId: string }>(
    creation: WholeCreation<Input>,
    { actor, input, payload, explain }: Request<Input>,
  ): Promise<Shown> {
    const { action, subject, tables } = creation;
    const request = clientRequest(actor, action, input);
    const { actorId, clientMutationId } = request;
    const { values, ...statement } = payload({
      key: 'fresh.id',
      tables,
      parameter: (number) => `fresh."${shownColumn(number)}"`,
      text: (shown, types) => {
        const columns = Object.fromEntries(types.map((type, index) => [shownColumn(index), type]));
        const rows = `json_agg(json_build_object('n', n, 'id', id::text, 'shown', ${shown}))`;
        return creationStatement(creation, { most: MOST, columns, answer: `select ${rows}::text from fresh` });
      },
    });
    const row = { ...creationRow(creation, request, input), ...asColumns(values) };
    const created = await this.together.do({ statement, row, key: `${actorId} ${clientMutationId}` });
    if (created) return created;
    // Waited for, if it was still under way: now it is there.
    const known = await this.dataSource.manager.findOneBy(ClientMutation, { actorId, clientMutationId });
    if (!known) {
      await explain();
      throw new Error(`${action} of ${subject.type} wrote nothing and gave no reason`);
    }
    refuseOther(known, request);
    return { id: known.subjectId! };
  }

  /** What each job created, or null where it created nothing. */
  private async write(jobs: readonly Job[]): Promise<(Shown | null)[]> {
    // Of one text, but a name is given late: the last one asked has it soonest.
    const rows = JSON.stringify(jobs.map(({ row }, n) => ({ n, ...row })));
    const created = await runStatement(this.dataSource, { ...jobs.at(-1)!.statement, values: [rows] });
    const results = created ? (JSON.parse(created.toString()) as (Shown & { n: number })[]) : [];
    const byNumber = new Map(results.map(({ n, ...shown }) => [n, shown]));
    return jobs.map((_, n) => byNumber.get(n) ?? null);
  }
}

/** A parameter of what the payload shows is a column of the record's row. */
const shownColumn = (number: number): string => `shown${number}`;

const asColumns = (values: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(values.map((value, number) => [shownColumn(number), value]));
