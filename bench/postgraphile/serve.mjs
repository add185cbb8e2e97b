/**
 * PostGraphile 5 as one would run it in production: no GraphiQL, no websockets, nothing explained, no mutations that are
 * not measured. Prepared statements, the caches of plans and of parsed documents are on, as they are by default.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { PersistedPlugin } from '@grafserv/persisted';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { PORT, DATABASE_URL, DATABASE_POOL } = process.env;
/** The one document that is asked for by its hash. */
const LIST = readFileSync(new URL('../workloads/list/postgraphile.graphql', import.meta.url), 'utf8');

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [PersistedPlugin],
  // It would refuse to order the handful of rows of a parent by a column that no index leads with.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: DATABASE_URL, schemas: ['public'], poolConfig: { max: Number(DATABASE_POOL) } }),
  ],
  // Plain lists beside connections, as the product has for children: cheaper, and the same shape.
  schema: { defaultBehavior: 'list connection -update -delete' },
  grafast: { explain: false },
  grafserv: {
    graphiql: false,
    websockets: false,
    watch: false,
    persistedOperations: { [createHash('sha256').update(LIST).digest('hex')]: LIST },
    allowUnpersistedOperation: true,
  },
});
await instance.createServ(grafserv).addTo(server);
server.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
