import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../read/random.js';
import { Line, type Cut, type Outcome, type Place } from './line.js';
import { contentOf, type Row } from './record.js';
import type { Submission, Written } from './submissions.js';

/** What happened to requests, of all offices together. */
export interface Tally extends Record<Place, number> {
  ANSWERED: number;
  /** The same request twice at the same time, both of them answered. */
  TWINS: number;
  /** Sent once more after it had been acknowledged. */
  REPEATED: number;
  /** The server went away with the request. */
  LOST: number;
  REFUSED: number;
  /** The server was there and its database was not. */
  UNAVAILABLE: number;
}

export const emptyTally = (): Tally => ({
  SENDING: 0,
  WAITING: 0,
  ANSWER: 0,
  ANSWERED: 0,
  TWINS: 0,
  REPEATED: 0,
  LOST: 0,
  REFUSED: 0,
  UNAVAILABLE: 0,
});

interface Shown {
  id: string;
  code: string;
  version: number;
  status: string;
}

interface Payload {
  experience: Shown | null;
  userErrors: { code: string; field: string | null; message: string }[];
}

const INPUTS = {
  createExperience: 'CreateExperienceInput',
  updateExperience: 'UpdateExperienceInput',
  submitExperience: 'ExperienceStepInput',
} as const;

/** Some answers take one packet, some take several. */
const SELECTIONS = ['', 'obstacles { text cause { code } }', 'happened obstacles { text } recommendations { text }'];
const REPETITIONS = { percent: 5, most: 200 };

/** Sends one request after the other over a line that breaks, each until it has been acknowledged. */
export class Office {
  private readonly line: Line;
  private readonly twin: Line;
  private readonly random: Random;

  constructor(
    port: number,
    seed: number,
    private readonly tokens: ReadonlyMap<string, string>,
    private readonly tally: Tally,
    /** Says when to give up: another office has found a fault. */
    private readonly over: AbortSignal,
  ) {
    this.line = new Line(port);
    this.twin = new Line(port);
    this.random = new Random(seed);
  }

  /** Takes a piece of work through its steps. Returns what has to be in the database then. */
  async hand({ account, number, written, mended, isHandedIn }: Submission): Promise<Row> {
    const [createId, updateId, submitId] = [`tulis-${number}`, `ubah-${number}`, `kirim-${number}`];
    let content: Written = written;
    let shown = await this.deliver(account, 'createExperience', { clientMutationId: createId, ...written });
    const row = { history: ['createExperience'], requests: [createId], reviews: [] as string[] };
    if (mended) {
      const change = { clientMutationId: updateId, id: shown.id, expectedVersion: shown.version, ...mended };
      shown = await this.deliver(account, 'updateExperience', change);
      content = { ...written, ...mended };
      row.history.push('updateExperience');
      row.requests.push(updateId);
    }
    if (isHandedIn) {
      const step = { clientMutationId: submitId, id: shown.id, expectedVersion: shown.version };
      shown = await this.deliver(account, 'submitExperience', step);
      row.history.push('submitExperience');
      row.requests.push(submitId);
      row.reviews.push('SUBMIT');
    }
    const { code, version, status } = shown;
    return { code, account, version, status, ...contentOf(content), ...row };
  }

  hangUp(): void {
    this.line.hangUp();
    this.twin.hangUp();
  }

  /** Sends a request until an answer has come, and some of them once more. */
  private async deliver(account: string, name: keyof typeof INPUTS, input: object): Promise<Shown> {
    const query = `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) {
      experience { id code version status ${this.random.pick(SELECTIONS)} } userErrors { code field message } } }`;
    const request = requestOf(this.tokens.get(account)!, { query, variables: { input } });
    let known: Shown | undefined;
    for (;;) {
      this.over.throwIfAborted();
      const outcomes = await this.attempt(request);
      for (const outcome of outcomes) {
        const shown = this.read(outcome, name);
        if (shown && known && known.code !== shown.code)
          throw new Error(`One request was acknowledged as ${known.code} and as ${shown.code}`);
        known = shown ?? known;
      }
      if (known && !this.random.chance(REPETITIONS.percent)) return known;
      if (known) this.tally.REPEATED += 1;
      // Where nobody is there, offices do not keep the start from getting on.
      const most = known ? REPETITIONS.most : outcomes.some(({ kind }) => kind === 'REFUSED') ? 500 : 40;
      await sleep(this.random.between(1, most));
    }
  }

  private async attempt(request: Buffer): Promise<Outcome[]> {
    if (this.random.chance(7)) {
      const both = await Promise.all([this.line.ask(request), this.twin.ask(request)]);
      if (both.every(({ kind }) => kind === 'ANSWERED')) this.tally.TWINS += 1;
      return both;
    }
    return [await this.line.ask(request, this.random.chance(24) ? this.anyCut() : null)];
  }

  private anyCut(): Cut {
    return {
      place: this.random.pick(['SENDING', 'WAITING', 'ANSWER']),
      share: this.random.below(1000) / 1000,
      patience: this.random.below(20),
    };
  }

  /** The record of an answer; null where there is none and the request has to be sent again. */
  private read(outcome: Outcome, name: string): Shown | null {
    this.tally[outcome.kind === 'CUT' ? outcome.place : outcome.kind] += 1;
    if (outcome.kind !== 'ANSWERED') return null;
    const { data, errors } = JSON.parse(outcome.text) as Answer;
    if (errors?.every(({ extensions }) => extensions.code === 'UNAVAILABLE')) {
      this.tally.UNAVAILABLE += 1;
      return null;
    }
    const payload = data?.[name];
    if (!payload?.experience) throw new Error(`${name} was answered with ${outcome.status}: ${outcome.text}`);
    return payload.experience;
  }
}

interface Answer {
  data?: Record<string, Payload> | null;
  errors?: { extensions: { code: string } }[];
}

function requestOf(token: string, body: object): Buffer {
  const content = Buffer.from(JSON.stringify(body));
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content]);
}
