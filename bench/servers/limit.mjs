/**
 * What the machine could do at best: a bare HTTP server that sends one prepared statement a request and passes on the
 * JSON text that PostgreSQL returns. No GraphQL, no access rules, no checks.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const { PORT, DATABASE_URL, DATABASE_POOL, STATEMENTS } = process.env;

/** Statements by name. */
const statements = JSON.parse(readFileSync(STATEMENTS, 'utf8'));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL), options: '-c timezone=UTC' });
/** The JSON stays the text that it comes as. */
const types = { getTypeParser: () => (text) => text };

async function answer(body) {
  const { name, values } = JSON.parse(body);
  const { rows } = await pool.query({ name, text: statements[name], values, types, rowMode: 'array' });
  return rows[0]?.[0] ?? 'null';
}

async function serve(body, response) {
  try {
    const text = `{"data":${await answer(body)}}`;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void serve(Buffer.concat(chunks).toString(), response));
}).listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
