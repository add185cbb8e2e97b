import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Of this very database, wherever its copies go: PostgreSQL numbers each cluster at its creation. */
const OWN_FOLDER = `
  select left(encode(sha256(convert_to(system_identifier || ':' || oid, 'UTF8')), 'hex'), 16) as folder
  from pg_control_system(), pg_database where datname = current_database()`;

/**
 * Names for files in storage: random, in a folder of the database's own. Whoever runs a copy of the database with the
 * settings of the original must not take the original's newer files for orphans.
 */
@Injectable()
export class StorageKeys {
  private folder: string | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async fresh(): Promise<string> {
    return `${await this.ownFolder()}/${randomBytes(16).toString('hex')}`;
  }

  async ownFolder(): Promise<string> {
    this.folder ??= (await this.dataSource.query<{ folder: string }[]>(OWN_FOLDER))[0]!.folder;
    return this.folder;
  }
}
