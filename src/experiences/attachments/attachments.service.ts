import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import { Changes } from '../../audit/changes.service.js';
import { change } from '../../audit/field-changes.js';
import type { Actor } from '../../common/access.js';
import { NotHere, Rejected } from '../../common/errors.js';
import { parseGlobalId } from '../../common/read/global-id.js';
import { Reader } from '../../common/read/reader.js';
import { keyOf } from '../../common/write/references.js';
import { Experience } from '../experience.entity.js';
import { IN_HAND } from '../review/workflow.js';
import { Attachment } from './attachment.entity.js';
import type { ByteRange } from './byte-range.js';
import type { RemoveAttachmentInput } from './attachment.inputs.js';
import { inspect } from './inspection/inspect.js';
import { FileStorage } from './storage/file-storage.js';
import { StorageKeys } from './storage/storage-keys.js';
import type { Upload } from './upload.js';

export const MAX_ATTACHMENTS = 10;
/** Of one unit in 24 hours: twice a full experience, and too little to fill a disk in a night. */
export const MAX_DAILY_MB = 200;

type Owned = Pick<Experience, 'id' | 'status'> & { satkerId: string };
export type Attached = { attachment: Attachment; isNew: boolean };

/** Owns the attachments of experiences: their rows and their files. */
@Injectable()
export class AttachmentsService {
  private readonly logger = new Logger('Attachments');

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly changes: Changes,
    private readonly storage: FileStorage,
    private readonly keys: StorageKeys,
  ) {}

  /** The key of an experience that the actor may attach files to, before anything is sent. */
  async writable(actor: Actor, code: string): Promise<string> {
    const id = await this.reader.keyOf(actor, Experience, { code });
    if (id === null) throw new NotHere();
    refuseClosed(actor, await this.owned(this.dataSource.manager, id));
    return id;
  }

  /**
   * Attaches a file. The same file sent again is found and not added again. It is in storage before its row is, so that a
   * row never speaks of a file that is not there; a file without a row is swept away some time.
   */
  async attach(actor: Actor, experienceId: string, upload: Upload): Promise<Attached> {
    const { contentType } = await inspect(upload.path, upload.name);
    const known = await this.same(this.dataSource.manager, experienceId, upload);
    if (known) return { attachment: known, isNew: false };
    const storageKey = await this.keys.fresh();
    await this.storage.put(storageKey, upload, contentType);
    const { name, size, sha256 } = upload;
    const values = { name, contentType, size, sha256, storageKey };
    const result = await this.dataSource
      .transaction((tx) => this.add(tx, actor, experienceId, values))
      .catch(async (error: unknown) => {
        // Of another error nobody knows whether the row was written before the connection was lost.
        if (error instanceof Rejected) await this.discard(storageKey);
        throw error;
      });
    if (!result.isNew) await this.discard(storageKey);
    return result;
  }

  /** Removes an attachment, its file a moment later. */
  async remove(actor: Actor, { id, reason }: RemoveAttachmentInput): Promise<string> {
    const notFound = Rejected.because('NOT_FOUND', 'id', { what: Attachment.name, key: id });
    const key = await this.reader.keyOf(actor, Attachment, { id: keyOf(Attachment, id, 'id') });
    if (key === null) throw notFound;
    const { experienceId, storageKey } = await this.dataSource.transaction(async (tx) => {
      const found = await tx.findOne(Attachment, { where: { id: key }, relations: { experience: true } });
      if (!found) throw notFound;
      const experienceId = found.experience.id;
      refuseClosed(actor, await this.owned(tx, experienceId, 'for no key update'));
      if ((await tx.delete(Attachment, { id: key })).affected === 0) throw notFound;
      const removed = [change('attachments', found.name, null)];
      await this.changes.record(tx, step(actor, 'removeAttachment'), experienceId, removed, reason);
      return { experienceId, storageKey: found.storageKey };
    });
    await this.discard(storageKey);
    return experienceId;
  }

  /** The attachment with a global id, where it exists for the actor. */
  async get(actor: Actor, globalId: string): Promise<Attachment> {
    const target = parseGlobalId(globalId);
    const isOurs = target?.typeName === Attachment.name;
    const key = isOurs ? await this.reader.keyOf(actor, Attachment, { id: target.key }) : null;
    const found = key && (await this.dataSource.manager.findOneBy(Attachment, { id: key }));
    if (!found) throw new NotHere();
    return found;
  }

  /** Of all of it unless a part is asked for. */
  content({ storageKey }: Attachment, range: ByteRange | null): Promise<Readable> {
    return this.storage.read(storageKey, range);
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    experienceId: string,
    values: Pick<Attachment, 'name' | 'contentType' | 'size' | 'sha256' | 'storageKey'>,
  ): Promise<Attached> {
    // Locked: whoever submits it, or attaches another file, waits.
    const experience = await this.owned(tx, experienceId, 'for no key update');
    refuseClosed(actor, experience);
    const known = await this.same(tx, experienceId, values);
    if (known) return { attachment: known, isNew: false };
    await this.refuseTooMuch(tx, experience, values.size);
    const row = tx.create(Attachment, { ...values, experience: { id: experienceId }, createdById: actor.userId });
    const attachment = await tx.save(Attachment, row);
    const added = [change('attachments', null, values.name)];
    await this.changes.record(tx, step(actor, 'addAttachment'), experienceId, added);
    return { attachment, isNew: true };
  }

  private same(
    tx: EntityManager,
    experienceId: string,
    { sha256, name }: Pick<Attachment, 'sha256' | 'name'>,
  ): Promise<Attachment | null> {
    return tx.findOneBy(Attachment, { experience: { id: experienceId }, sha256, name });
  }

  private async refuseTooMuch(tx: EntityManager, { id, satkerId }: Owned, size: number): Promise<void> {
    const count = await tx.countBy(Attachment, { experience: { id } });
    if (count >= MAX_ATTACHMENTS) throw Rejected.because('TOO_MANY_ATTACHMENTS', 'file', { max: MAX_ATTACHMENTS });
    const [sent] = await tx.query<{ bytes: string }[]>(
      `select coalesce(sum(size), 0) as bytes from attachments join experiences on experiences.id = experience_id
       where satker_id = $1 and attachments.created_at > now() - interval '24 hours'`,
      [satkerId],
    );
    if (Number(sent!.bytes) + size > MAX_DAILY_MB * 1024 * 1024)
      throw Rejected.because('DAILY_LIMIT', 'file', { max: MAX_DAILY_MB });
  }

  private async owned(tx: EntityManager, id: string, lock: '' | 'for no key update' = ''): Promise<Owned> {
    const [row] = await tx.query<Owned[]>(
      `select id, status, satker_id as "satkerId" from experiences where id = $1 ${lock}`,
      [id],
    );
    if (!row) throw new NotHere();
    return row;
  }

  /** What cannot be removed now is removed by the sweep. */
  private async discard(storageKey: string): Promise<void> {
    await this.storage.remove(storageKey).catch((error: Error) => this.logger.warn(error.message));
  }
}

const step = (actor: Actor, action: string): { actor: Actor; action: string; entity: typeof Experience } => ({
  actor,
  action,
  entity: Experience,
});

/** Attachments are part of what a unit writes, and change only while that does. */
function refuseClosed(actor: Actor, { status, satkerId }: Owned): void {
  if (satkerId !== actor.satkerId) throw Rejected.because('NOT_YOUR_EXPERIENCE', null);
  if (!IN_HAND.includes(status)) throw Rejected.because('EXPERIENCE_CLOSED', null);
}
