import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './src/database/data-source.js';
import { MIGRATIONS } from './src/database/migrations/index.js';
import { ENTITIES } from './src/entities.js';

/** For TypeORM's command line: `npm run migration:generate` and the drift check. Needs DATABASE_URL. */
export default new DataSource(
  dataSourceOptions(
    { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost/rakornas' },
    { size: 2, statementTimeout: 0 },
    { entities: ENTITIES, migrations: MIGRATIONS },
  ),
);
