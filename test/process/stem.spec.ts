import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { cleanUp, command, launch } from './process.js';

/** `npm run stem`, which reaches for no database. */
jest.setTimeout(150_000);
afterAll(cleanUp);

describe('stem', () => {
  it('prints a word and its stem on each line', async () => {
    const printed = await command('cli/stem', {}, ['Penyelenggaraan', 'terkendala undang-undangnya']);
    expect(printed).toBe('Penyelenggaraan\tselenggara\nterkendala\tkendala\nundang-undangnya\tundang\n');
  });

  it.each([[[]], [['', ' ']]])('says in a sentence that it needs words (%j)', async (words) => {
    const run = launch('cli/stem', {}, words);
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect({ stdout: run.stdout, complaints: run.complaints }).toEqual({
      stdout: '',
      complaints: ['Say which words: npm run --silent stem -- pemilihan terkendala.'],
    });
  });
});
