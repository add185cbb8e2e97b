import { StartError } from './common/start-error.js';

/** One setting: the variable it comes from, how it is read, and what it is for. */
interface Setting<T> {
  readonly variable: string;
  readonly help: string;
  readonly initial: string;
  read(text: string | undefined): T;
}

/** Settings that cannot be used; the message is one sentence per setting. */
export class ConfigError extends StartError {}

function whole(variable: string, initial: number, min: number, max: number, help: string): Setting<number> {
  return {
    variable,
    help,
    initial: String(initial),
    read(text) {
      if (!text) return initial;
      const value = Number(text);
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      throw new ConfigError(`${variable} must be a whole number from ${min} to ${max}, not "${text}".`);
    },
  };
}

function text(variable: string, initial: string | null, help: string): Setting<string | null> {
  return { variable, help, initial: initial ?? '–', read: (value) => value || initial };
}

function choice(variable: string, initial: string, help: string): Setting<boolean | null> {
  return {
    variable,
    help,
    initial,
    read(value) {
      if (!value) return null;
      if (value === 'true' || value === 'false') return value === 'true';
      throw new ConfigError(`${variable} must be true or false, not "${value}".`);
    },
  };
}

/** The message never holds the address: there is a password in it. */
function postgresUrl(variable: string, help: string): Setting<string | null> {
  const isUsable = (value: string): boolean => {
    try {
      const { protocol, username, password, pathname } = new URL(value);
      for (const part of [username, password, pathname]) decodeURIComponent(part);
      return /^postgres(ql)?:$/.test(protocol);
    } catch {
      return false;
    }
  };
  return {
    variable,
    help,
    initial: '–',
    read(value) {
      if (!value || isUsable(value)) return value || null;
      throw new ConfigError(
        `${variable} must be like postgresql://user:password@host:5432/database, with % codes for special characters.`,
      );
    },
  };
}

function oneOf(variable: string, initial: string, values: readonly string[], help: string): Setting<string> {
  return {
    variable,
    help,
    initial,
    read(value) {
      if (!value || values.includes(value)) return value || initial;
      throw new ConfigError(`${variable} must be one of ${values.join(', ')}, not "${value}".`);
    },
  };
}

function webAddress(variable: string, help: string): Setting<string | null> {
  return {
    variable,
    help,
    initial: '–',
    read(value) {
      if (!value || /^https?:\/\/[^/]/.test(value)) return value || null;
      throw new ConfigError(`${variable} must be like https://host:port, not "${value}".`);
    },
  };
}

/** The message never holds the address: there may be a password in it. */
function mailServer(variable: string, help: string): Setting<string | null> {
  return {
    variable,
    help,
    initial: '–',
    read(value) {
      if (!value || (/^smtps?:\/\/[^/]/.test(value) && URL.canParse(value))) return value || null;
      throw new ConfigError(`${variable} must be like smtps://user:password@host:465 or smtp://host:587.`);
    },
  };
}

/** An address that nobody on the way can answer for: https, or this very machine. */
export function isSafeAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:') return url?.protocol === 'https:';
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function safeAddress(variable: string, help: string): Setting<string | null> {
  return {
    variable,
    help,
    initial: '–',
    read(value) {
      if (!value || isSafeAddress(value)) return value || null;
      throw new ConfigError(`${variable} must be an https address, not "${value}".`);
    },
  };
}

/** Signatures whose key only the provider has; with a shared secret this server could make its tokens. */
const SIGNATURES = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Every setting of the product, and so the table in the README. */
export const SETTINGS = {
  port: whole('PORT', 4000, 1, 65535, 'Port of the HTTP server.'),
  host: text('HOST', '127.0.0.1', 'Address to listen on; `0.0.0.0` for all.'),
  databaseUrl: postgresUrl('DATABASE_URL', 'PostgreSQL 15 or newer. Without it the embedded server is used.'),
  databasePool: whole('DATABASE_POOL', 10, 2, 200, 'Connections to PostgreSQL at most.'),
  statementTimeout: whole('STATEMENT_TIMEOUT_MS', 5000, 100, 600_000, 'Milliseconds one SQL statement may take.'),
  answerMemory: whole('ANSWER_MEMORY_MB', 16, 0, 4096, 'Megabytes for answers that are given again; 0 for none.'),
  embeddedDirectory: text('EMBEDDED_PG_DIR', null, 'Where the embedded server keeps its data.'),
  stateHome: text('XDG_STATE_HOME', null, 'Base of the default for `EMBEDDED_PG_DIR`.'),
  nodeEnv: text('NODE_ENV', null, '`production` turns the demo off unless `DEMO=true` asks for it by name.'),
  demo: choice('DEMO', 'true, false in production', 'Demonstration data and accounts.'),
  demoPassword: text('DEMO_PASSWORD', null, 'Password of the demo accounts; random and shown at start if not set.'),
  publicRead: choice('PUBLIC_READ', 'as `DEMO`', 'Whether published knowledge may be read without signing in.'),
  tokenSecret: text('TOKEN_SECRET', null, 'At least 32 characters; signs access tokens. Required without the demo.'),
  tokenMinutes: whole('TOKEN_MINUTES', 30, 1, 120, 'Minutes an access token is good for.'),
  refreshDays: whole('REFRESH_DAYS', 14, 1, 365, 'Days a session lasts without being used.'),
  oidcIssuer: safeAddress('OIDC_ISSUER', 'OpenID Connect provider whose tokens are accepted; off if not set.'),
  oidcAudience: text('OIDC_AUDIENCE', null, 'What the provider calls this API in `aud`. Required with `OIDC_ISSUER`.'),
  oidcAlgorithm: oneOf('OIDC_ALGORITHM', 'RS256', SIGNATURES, 'The one signature algorithm of the provider.'),
  oidcUsernameClaim: text('OIDC_USERNAME_CLAIM', 'preferred_username', 'Claim that finds an account at first sign-in.'),
  maxDepth: whole('MAX_DEPTH', 12, 3, 30, 'Levels of nesting in a query.'),
  maxAliases: whole('MAX_ALIASES', 30, 0, 500, 'Aliases in a query.'),
  maxTokens: whole('MAX_TOKENS', 2000, 100, 20_000, 'Words and signs in a query.'),
  maxCost: whole('MAX_COST', 20_000, 100, 10_000_000, 'Cost of a query: about the number of values it may return.'),
  maxBody: whole('MAX_BODY_KB', 256, 16, 10_240, 'Kilobytes a request may have, an attached file apart.'),
  maxAttachment: whole('MAX_ATTACHMENT_MB', 10, 1, 100, 'Megabytes an attached file may have.'),
  attachmentsDirectory: text(
    'ATTACHMENTS_DIR',
    null,
    'Where attached files are kept; else beside the embedded database.',
  ),
  s3Bucket: text('S3_BUCKET', null, 'Keeps attached files in this bucket instead.'),
  s3Endpoint: webAddress('S3_ENDPOINT', 'Address of an S3-compatible server; without it Amazon.'),
  s3Region: text('S3_REGION', 'us-east-1', 'Region of the bucket.'),
  s3AccessKeyId: text('S3_ACCESS_KEY_ID', null, 'Key to the bucket; without one the SDK looks for its own.'),
  s3SecretAccessKey: text('S3_SECRET_ACCESS_KEY', null, 'Secret of that key.'),
  s3PathStyle: choice('S3_PATH_STYLE', 'true', 'The bucket is in the path of an address; false: in its host.'),
  maxImportRows: whole('MAX_IMPORT_ROWS', 5000, 1, 100_000, 'Rows a spreadsheet may have that is sent over HTTP.'),
  maxImportMb: whole('MAX_IMPORT_MB', 10, 1, 100, 'Megabytes a spreadsheet may have.'),
  smtpUrl: mailServer('SMTP_URL', 'Mail server for daily digests; none are sent if not set.'),
  mailFrom: text('MAIL_FROM', null, 'Sender of mails, such as `Rakornas <rakornas@…>`. Required with `SMTP_URL`.'),
  digestHour: whole('DIGEST_HOUR', 7, 0, 23, 'Hour of the daily digest, in western Indonesia (WIB).'),
  publicUrl: webAddress('PUBLIC_URL', 'Where people reach this server. Required with `SMTP_URL`.'),
  trustedProxies: whole('TRUSTED_PROXIES', 0, 0, 10, 'Reverse proxies in front, whose `X-Forwarded-For` is believed.'),
} as const;

type Raw = { [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> };

export interface Config extends Omit<Raw, 'demo' | 'publicRead' | 'host' | 's3PathStyle'> {
  readonly host: string;
  readonly production: boolean;
  readonly demo: boolean;
  readonly publicRead: boolean;
  readonly s3PathStyle: boolean;
}

/** Reads and checks all settings at once. Throws ConfigError with a line for each that cannot be used. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const raw: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, setting] of Object.entries(SETTINGS)) {
    try {
      raw[name] = setting.read(environment[setting.variable]?.trim());
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  const { demo: askedDemo, publicRead, host, s3PathStyle, ...rest } = raw as Raw;
  const production = rest.nodeEnv?.toLowerCase() === 'production';
  const demo = askedDemo ?? !production;
  if (askedDemo !== undefined && !demo && !rest.tokenSecret)
    problems.push('TOKEN_SECRET must be set when the demo is off.');
  if (rest.tokenSecret && rest.tokenSecret.length < 32) problems.push('TOKEN_SECRET must have at least 32 characters.');
  if (rest.demoPassword && rest.demoPassword.length < 8)
    problems.push('DEMO_PASSWORD must have at least 8 characters.');
  if (rest.oidcIssuer && !rest.oidcAudience) problems.push('OIDC_AUDIENCE must be set with OIDC_ISSUER.');
  problems.push(...storageProblems(rest), ...mailProblems(rest));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return { ...rest, host: host!, production, demo, publicRead: publicRead ?? demo, s3PathStyle: s3PathStyle ?? true };
}

function mailProblems({ smtpUrl, mailFrom, publicUrl }: Pick<Raw, 'smtpUrl' | 'mailFrom' | 'publicUrl'>): string[] {
  const problems: string[] = [];
  if (smtpUrl && !mailFrom) problems.push('MAIL_FROM must be set with SMTP_URL.');
  if (smtpUrl && !publicUrl) problems.push('PUBLIC_URL must be set with SMTP_URL.');
  if (mailFrom && !/[^\s@<]@[^\s@>]/.test(mailFrom))
    problems.push(`MAIL_FROM must hold an address, not "${mailFrom}".`);
  return problems;
}

function storageProblems(raw: Pick<Raw, 's3Bucket' | 's3Endpoint' | 's3AccessKeyId' | 's3SecretAccessKey'>): string[] {
  const problems: string[] = [];
  if (raw.s3Endpoint && !raw.s3Bucket) problems.push('S3_BUCKET must be set where S3_ENDPOINT is.');
  if (Boolean(raw.s3AccessKeyId) !== Boolean(raw.s3SecretAccessKey))
    problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together.');
  return problems;
}
