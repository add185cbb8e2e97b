import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStorage, type StoredFile } from './file-storage.js';
import { StorageKeys } from './storage-keys.js';

/** The start has other things to do. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 24 * 60 * 60 * 1000;
/** No upload takes so long: a file without a row that is older belongs to nobody. */
const ORPHAN_AFTER_MS = 60 * 60 * 1000;

/**
 * Removes files that no row speaks of: those of an upload that was cut off by a crash, of experiences that were removed, and
 * what could not be removed at its time. Several processes may do it at once.
 */
@Injectable()
export class StorageSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Storage');
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: FileStorage,
    private readonly keys: StorageKeys,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = (): void => void this.sweep().catch((error: Error) => this.logger.warn(`Sweep: ${error.message}`));
    this.timers = [setTimeout(sweep, FIRST_AFTER_MS).unref(), setInterval(sweep, EVERY_MS).unref()];
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** Returns how many files were removed. */
  async sweep(): Promise<number> {
    const before = Date.now() - ORPHAN_AFTER_MS;
    let removed = await this.sweepIncoming(before);
    for await (const files of this.storage.list(await this.keys.ownFolder()))
      for (const { key, changedAt } of await this.withoutRow(files)) {
        if ((await changedAt()).getTime() > before) continue;
        await this.storage.remove(key);
        removed += 1;
      }
    if (removed > 0) this.logger.log(`Removed ${removed} files that belonged to nothing.`);
    return removed;
  }

  private async withoutRow(files: readonly StoredFile[]): Promise<StoredFile[]> {
    const keys = files.map(({ key }) => key);
    const rows = await this.dataSource.query<{ key: string }[]>(
      'select storage_key as key from attachments where storage_key = any($1)',
      [keys],
    );
    const known = new Set(rows.map(({ key }) => key));
    return files.filter(({ key }) => !known.has(key));
  }

  private async sweepIncoming(before: number): Promise<number> {
    const folder = await this.storage.incoming();
    let removed = 0;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null); // taken away meanwhile
      if (!found || found.mtimeMs > before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}
