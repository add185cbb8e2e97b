import { Injectable } from '@nestjs/common';
import { DataSource, type DeepPartial, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../common/access.js';
import type { StoredEntity } from '../common/entity.js';
import { Rejected } from '../common/errors.js';
import { ANNOUNCE } from './announcements.js';
import { AuditEntry, type FieldChange } from './audit-entry.entity.js';
import { ClientMutation } from './client-mutation.entity.js';
import { clientRequest, refuseOther, type ClientRequest } from './client-requests.js';
import { change, secretChange } from './field-changes.js';

type Stored<T extends StoredEntity> = new () => T;

/** New values by property; TypeORM's own partial types do not accept enums and ids in relations as inputs give them. */
type Values<T> = { [K in keyof T]?: unknown };

interface Step<T extends StoredEntity> {
  actor: Actor;
  /** Name of the mutation, kept in the history. */
  action: string;
  entity: Stored<T>;
}

/** A change of one record inside a transaction that is under way. */
export interface Alteration<T extends StoredEntity> extends Step<T> {
  id: string;
  reason?: string | null;
  /** The new values; undefined leaves a field as it is. Runs in the transaction, with the row locked. */
  patch: (tx: EntityManager, current: T) => Promise<Values<T>> | Values<T>;
  /** Changes rows that are part of the record, and says what that changed in its own fields. */
  parts?: (tx: EntityManager, current: T) => Promise<FieldChange[]>;
}

export interface Edit<T extends StoredEntity> extends Alteration<T> {
  expectedVersion: number;
  /** Where the client may repeat the request: with an id it is done once, however often it comes. */
  input?: { clientMutationId?: string | null };
  /** The input field that names the record, for complaints; `id` unless it is called otherwise. */
  idField?: string;
  /** What else belongs to the same step; `before` is the row as it was. */
  afterwards?: (tx: EntityManager, saved: T, before: Readonly<T>) => Promise<void>;
}

export interface Creation<T extends StoredEntity> extends Step<T> {
  input: { clientMutationId: string };
  /** The new row. Runs in the transaction; may be called again after a failed attempt, never after a success. */
  make: (tx: EntityManager) => Promise<Values<T>>;
  /** What else belongs to the same step, such as the rows that depend on the new one. */
  afterwards?: (tx: EntityManager, created: T) => Promise<void>;
}

/**
 * The one way to write: a transaction that changes one record, checks its version, remembers the client's request and
 * writes the history. Either all of it happens or nothing. What follows for other records happens in `afterwards`, by
 * `add`, `alter` and `remove`.
 */
@Injectable()
export class Changes {
  constructor(private readonly dataSource: DataSource) {}

  /** Creates a record once, however often the client repeats the request. */
  create<T extends StoredEntity>(creation: Creation<T>): Promise<T> {
    const { actor, action, entity, input } = creation;
    return this.dataSource.transaction(async (tx) => {
      const request = clientRequest(actor, action, input);
      const known = await this.claim(tx, request);
      if (known) return tx.findOneByOrFail(entity, { id: known } as FindOptionsWhere<T>);
      const created = await this.add(tx, { actor, action, entity, values: await creation.make(tx) });
      await creation.afterwards?.(tx, created);
      const { actorId, clientMutationId } = request;
      await tx.update(ClientMutation, { actorId, clientMutationId }, { subjectId: created.id });
      return created;
    });
  }

  /** Changes a record if it still is what the client saw. */
  edit<T extends StoredEntity>(edit: Edit<T>): Promise<T> {
    const { actor, action, entity, id, expectedVersion, input, idField = 'id' } = edit;
    const clientMutationId = input?.clientMutationId;
    const request = clientMutationId ? clientRequest(actor, action, { ...input, clientMutationId }) : null;
    return this.dataSource.transaction(async (tx) => {
      const known = request && (await this.claim(tx, { ...request, subjectId: id }));
      if (known) return tx.findOneByOrFail(entity, { id: known } as FindOptionsWhere<T>);
      const current = await this.locked(tx, entity, id, idField);
      if (current.version !== expectedVersion)
        throw Rejected.because('CONFLICT', 'expectedVersion', { current: current.version, expected: expectedVersion });
      const before = { ...current };
      const isChanged = await this.apply(tx, edit, current);
      if (!isChanged) throw Rejected.because('NOTHING_TO_CHANGE', null);
      await edit.afterwards?.(tx, current, before);
      return current;
    });
  }

  /** Adds a record as a consequence of a step under way. */
  async add<T extends StoredEntity>(tx: EntityManager, addition: Step<T> & { values: Values<T> }): Promise<T> {
    const { actor, entity, values } = addition;
    const row = tx.create(entity, {
      ...values,
      createdById: actor.userId,
      updatedById: actor.userId,
    } as DeepPartial<T>);
    refuseMissing(tx, entity, row as unknown as Record<string, unknown>, false);
    const created = await tx.save(entity, row);
    const changes = changesOf(tx, entity, {}, values);
    await this.record(tx, addition, created.id, changes);
    return created;
  }

  /** Changes a record as a consequence of a step under way: whatever its version, and not at all if nothing differs. */
  async alter<T extends StoredEntity>(tx: EntityManager, alteration: Alteration<T>): Promise<void> {
    const current = await this.locked(tx, alteration.entity, alteration.id, 'id');
    await this.apply(tx, alteration, current);
  }

  /** Removes a record as a consequence of a step under way; the history keeps what these fields said. */
  async remove<T extends StoredEntity>(
    tx: EntityManager,
    removal: Step<T> & { row: T; fields: readonly (keyof T & string)[] },
  ): Promise<void> {
    const { entity, row, fields } = removal;
    await this.record(
      tx,
      removal,
      row.id,
      fields.map((field) => change(field, row[field], null)),
    );
    await tx.delete(entity, row.id);
  }

  /** Writes a patch to a locked row and to the history. Tells whether anything differs. */
  private async apply<T extends StoredEntity>(tx: EntityManager, edit: Alteration<T>, current: T): Promise<boolean> {
    const { actor, entity, id, reason } = edit;
    const patch = defined(await edit.patch(tx, current));
    const before = await this.withRelations(tx, entity, current, Object.keys(patch));
    const changes = changesOf(tx, entity, before, patch)
      .concat((await edit.parts?.(tx, current)) ?? [])
      .filter(({ before: from, after: to }) => from !== to);
    if (changes.length === 0) return false;
    Object.assign(current, patch, { version: current.version + 1, updatedById: actor.userId });
    refuseMissing(tx, entity, patch, true);
    await tx.save(entity, current as DeepPartial<T>);
    await this.record(tx, edit, id, changes, reason);
    return true;
  }

  /** Waits for whoever is changing the row. Rows that refer to it may still be added: its key does not change. */
  private async locked<T extends StoredEntity>(
    tx: EntityManager,
    entity: Stored<T>,
    id: string,
    field: string,
  ): Promise<T> {
    const where = { id } as FindOptionsWhere<T>;
    const row = await tx.findOne(entity, { where, lock: { mode: 'for_no_key_update' }, loadEagerRelations: false });
    if (!row) throw Rejected.because('NOT_FOUND', field, { what: entity.name, key: id });
    return row;
  }

  /** The row with the relations that a patch replaces, so that the history can name what stood there. */
  private async withRelations<T extends StoredEntity>(
    tx: EntityManager,
    entity: Stored<T>,
    row: T,
    fields: string[],
  ): Promise<T> {
    const { relations } = tx.connection.getMetadata(entity);
    const replaced = relations.map((relation) => relation.propertyName).filter((name) => fields.includes(name));
    if (replaced.length === 0) return { ...row };
    const where = { id: row.id } as FindOptionsWhere<T>;
    return tx.findOneOrFail(entity, {
      where,
      relations: Object.fromEntries(replaced.map((name) => [name, true])) as never,
    });
  }

  /** Inserts the client's request, or waits for the one that is under way and returns the key of what that made. */
  private async claim(tx: EntityManager, request: ClientRequest & { subjectId?: string }): Promise<string | null> {
    const { actorId, clientMutationId } = request;
    const insertion = tx.createQueryBuilder().insert().into(ClientMutation).values(request).orIgnore();
    const { raw } = await insertion.returning('actor_id').execute();
    if ((raw as unknown[]).length > 0) return null;
    const known = await tx.findOneByOrFail(ClientMutation, { actorId, clientMutationId });
    refuseOther(known, request);
    return known.subjectId;
  }

  /** Writes to the history of a record what a step under way did to it, or to something of it, and announces it. */
  async record(
    tx: EntityManager,
    { actor, action, entity }: Step<StoredEntity>,
    subjectId: string,
    changes: readonly FieldChange[],
    reason: string | null = null,
  ): Promise<void> {
    const [who] = await tx.query<{ username: string | null }[]>(TELL, [actor.userId, entity.name, subjectId]);
    await tx.insert(AuditEntry, {
      actorId: actor.userId,
      actor: who?.username ?? 'system',
      action,
      subjectType: entity.name,
      subjectId,
      changes: changes.filter(({ before, after }) => before !== after),
      reason,
    });
  }
}

/** Notes the record for the projections and announces it; answers who it was. */
const TELL = `
  with noted as (insert into changed_records (subject_type, subject_id) values ($2::text, $3::text::bigint))
  select (select username from users where id = $1) as username, ${ANNOUNCE('$2::text', '$3::text')}`;

/** The changes of all fields that are given. What a query has to ask for by name is a secret of the history, too. */
function changesOf(tx: EntityManager, entity: Stored<StoredEntity>, before: object, values: object): FieldChange[] {
  const metadata = tx.connection.getMetadata(entity);
  return Object.entries(values).map(([field, value]) => {
    if (metadata.findColumnWithPropertyName(field)?.isSelect === false) return secretChange(field);
    return change(field, (before as Record<string, unknown>)[field], value);
  });
}

function defined<T extends object>(patch: T): T {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;
}

/** A required field that was emptied is the sender's to mend, not the database's to refuse. */
function refuseMissing(
  tx: EntityManager,
  entity: Stored<StoredEntity>,
  row: Record<string, unknown>,
  isPatch: boolean,
): void {
  const { columns } = tx.connection.getMetadata(entity);
  const missing = columns.filter((column) => {
    if (column.isNullable || column.isGenerated || column.isCreateDate || column.isUpdateDate) return false;
    const value = row[(column.relationMetadata ?? column).propertyName];
    // Left out: kept by a patch, filled by a default.
    return isPatch || column.default !== undefined ? value === null : value == null;
  });
  if (missing.length > 0)
    throw new Rejected(
      missing.map((column) => ({ code: 'REQUIRED', field: (column.relationMetadata ?? column).propertyName })),
    );
}
