import type { Config } from '../config.js';
import type { OpenDatabase } from '../database/open.js';

const COUNTED = {
  satkers: 'satker',
  stages: 'stages',
  events: 'events',
  people: 'people',
  experiences: 'experiences',
  obstacles: 'obstacles',
  recommendations: 'recommendations',
} as const;

/** Beyond, counting would take seconds, which the start has not. */
const COUNTED_TO = 10_000;

/** What whoever started the server wants to know. */
export async function banner(
  config: Config,
  database: OpenDatabase,
  seconds: number,
  demoPassword: string | null,
): Promise<string> {
  const base = `http://${hostInUrl(config.host)}:${config.port}`;
  const selects = Object.entries(COUNTED).map(
    ([table, label]) => `(select count(*) from (select from ${table} limit ${COUNTED_TO + 1}) x)::int as "${label}"`,
  );
  const demo = `(select coalesce(sum(count), 0) from experience_sums where is_demo)::int as demo`;
  const [row] = await database.dataSource.query<Record<string, number>[]>(`select ${[...selects, demo].join(', ')}`);
  const { demo: demoRows, ...counts } = row!;
  const rows = Object.entries(counts).map(([label, count]) => `${upTo(count)} ${label}`);
  const lines = [
    `Rakornas Knowledge Base, started in ${seconds.toFixed(1)} s`,
    `  playground  ${base}/playground`,
    `  endpoint    ${base}/graphql`,
    `  health      ${base}/health/ready`,
    `  database    ${database.description}`,
    `  mail        ${mailOf(config)}`,
    `  rows        ${rows.join(', ')}`,
  ];
  if (demoRows)
    lines.push(
      `  PERAGAAN    ${demoRows.toLocaleString('id-ID')} experiences are demonstration data, not reports of real units`,
    );
  if (demoPassword)
    lines.push(
      '  accounts    viewer, analis, admin, auditor, reviewer.73, kontributor.7371, kontributor.7306, reviewer.51, kontributor.5107',
      `  password    ${config.demoPassword ? 'as set in DEMO_PASSWORD' : demoPassword}`,
    );
  return lines.join('\n');
}

const upTo = (count: number): string =>
  count > COUNTED_TO ? `${COUNTED_TO.toLocaleString('id-ID')}+` : count.toLocaleString('id-ID');

function mailOf({ smtpUrl, digestHour }: Config): string {
  if (!smtpUrl) return 'none is sent: SMTP_URL is not set';
  return `daily digests at ${String(digestHour).padStart(2, '0')}.00 WIB by ${new URL(smtpUrl).host}`;
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
