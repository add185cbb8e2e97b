import { Regulated, Remedy } from '../../src/experiences/experience.enums.js';
import type { Random } from '../read/random.js';

/** What an office writes, as `CreateExperienceInput` has it. */
export interface Written {
  title: string;
  kind?: string;
  stage?: string | null;
  topic?: string | null;
  event?: string | null;
  expected?: string | null;
  happened?: string | null;
  actionTaken?: string | null;
  result?: string | null;
  occurredOn?: string | null;
  obstacles: Obstacle[];
  recommendations: Proposal[];
}

export interface Obstacle {
  text: string;
  cause?: string;
  likelihood?: number;
  impact?: number;
  regulated?: string;
}

export interface Proposal {
  text: string;
  remedy?: string;
  obstacles?: number[];
}

/** One piece of work of an office: a draft, perhaps mended, perhaps handed in. */
export interface Submission {
  readonly account: string;
  /** Of the ids that its requests carry; another account may use the same number. */
  readonly number: number;
  readonly written: Written;
  readonly mended: Written | null;
  readonly isHandedIn: boolean;
}

/** Codes that drafts may refer to. */
export interface Codes {
  stages: string[];
  topics: string[];
  causes: string[];
  events: string[];
}

const PHRASES = [
  'Kotak suara terlambat tiba di pulau terluar',
  'Sirekap tidak dapat diakses selama 3 jam',
  'petugas KPPS sakit 😷 dan diganti 👩🏽‍⚕️',
  'data pemilih ganda (±1.204 orang)',
  'surat suara tertukar antar dapil — “DPRD Kab.” dan ‘DPRD Prov.’',
  "jum'at sore; DROP TABLE experiences; --",
  '{"bukan": "JSON", "\\u0041": [1, 2]}',
  'C:\\Users\\KPU\\rekap.xlsx',
  'baris pertama\nbaris kedua\r\n\tmenjorok',
  '100% \\% _ %s $1 $$ {} ${judul}',
  'Cafe\u0301 Nias, Ni’as, Niʼas',
  'نص عربي مع ‮ أرقام ١٢٣',
  'pemisah\u2028baris\u2029alinea\u00a0tetap',
  '🇮🇩🗳️🏝️ cuaca buruk 🌊🌊',
  '<script>alert("x")</script> & &amp;',
];
const REMEDIES = Object.values(Remedy);
const REGULATED = Object.values(Regulated);

/** A text of a random length, mostly short; with blanks around it that are not kept. */
export function randomText(random: Random, limit: number): string {
  const wanted = random.chance(5) ? random.between(1, limit - 2) : random.between(1, Math.min(limit - 2, 250));
  let text = '';
  while (text.length < wanted) text += `${text && ' '}${random.pick(PHRASES)}`;
  // By whole characters: half of an emoji is none.
  let cut = '';
  for (const character of text) if (cut.length + character.length <= wanted) cut += character;
  const kept = cut.trim() || 'x';
  return random.chance(20) ? ` ${kept} ` : kept;
}

export function randomWritten(random: Random, codes: Codes, isComplete: boolean): Written {
  const perhaps = <T>(make: () => T): T | undefined => (isComplete || random.chance(60) ? make() : undefined);
  const obstacles = Array.from({ length: random.chance(2) ? 20 : random.between(isComplete ? 1 : 0, 5) }, () => ({
    text: randomText(random, 1500),
    cause: perhaps(() => random.pick(codes.causes)),
    likelihood: perhaps(() => random.between(1, 5)),
    impact: perhaps(() => random.between(1, 5)),
    regulated: perhaps(() => random.pick(REGULATED)),
  }));
  const recommendations = Array.from({ length: random.between(0, 4) }, () => ({
    text: randomText(random, 1500),
    remedy: perhaps(() => random.pick(REMEDIES)),
    obstacles: random.chance(50)
      ? undefined
      : random.some(
          obstacles.map((_, index) => index + 1),
          random.between(0, 3),
        ),
  }));
  return JSON.parse(
    JSON.stringify({
      title: randomText(random, 300),
      kind: isComplete
        ? random.pick(['OBSTACLE', 'NEAR_MISS'])
        : perhaps(() => random.pick(['OBSTACLE', 'GOOD_PRACTICE'])),
      stage: perhaps(() => random.pick(codes.stages)),
      topic: perhaps(() => random.pick(codes.topics)),
      event: perhaps(() => random.pick(codes.events)),
      expected: random.chance(50) ? null : randomText(random, 3000),
      happened: perhaps(() => randomText(random, 6000)),
      actionTaken: perhaps(() => randomText(random, 3000)),
      result: random.chance(50) ? '  ' : randomText(random, 3000),
      occurredOn: perhaps(() => `2024-0${random.between(1, 9)}-${random.between(10, 28)}`),
      obstacles,
      recommendations,
    } satisfies Record<keyof Written, unknown>),
  ) as Written;
}

/** As many pieces of work as asked for; a tenth is handed in, every twentieth mended before. */
export function* randomSubmissions(
  random: Random,
  { codes, accounts, count }: { codes: Codes; accounts: readonly string[]; count: number },
): Generator<Submission> {
  for (let index = 0; index < count; index += 1) {
    const isHandedIn = random.chance(10);
    yield {
      account: accounts[index % accounts.length]!,
      number: Math.floor(index / accounts.length),
      written: randomWritten(random, codes, isHandedIn),
      mended: random.chance(5) ? randomWritten(random, codes, isHandedIn) : null,
      isHandedIn,
    };
  }
}
