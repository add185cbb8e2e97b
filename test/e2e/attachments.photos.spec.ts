import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { box, motion, samsung } from '../support/phone-pictures.js';
import { jpeg, pdf, zip } from '../support/sample-files.js';
import { bodyOf, faultsOf, listen } from './answers.js';
import { attachmentsOf, bytesOf, download, draft, upload } from './uploads.js';

/** Pictures as phones write them, with more behind their end; and what pretends to be such. */
let api: TestApi;
let base: string;
let makassar: Client;

beforeAll(async () => {
  api = await startApi();
  base = await listen(api);
  makassar = await api.as('kontributor.7371');
});
afterAll(() => api.close());

const ZEROS = Buffer.alloc(1000);
const LONG_SCAN = Buffer.alloc(300_000, 0x21);
const TIME = { Image_UTC_Data: '1446470400000' };

const TAKEN: Record<string, Buffer[]> = {
  'zeros up to a block': [ZEROS],
  'more than a block of zeros': [Buffer.alloc(200_000)],
  'a second picture': [jpeg({ scan: LONG_SCAN })],
  'several pictures, with zeros between': [jpeg(), ZEROS, jpeg({ scan: LONG_SCAN }), ZEROS],
  'a video of the moment': [motion()],
  'a second picture, zeros, and a video': [jpeg(), ZEROS, motion()],
  'Samsung’s extras': [samsung(TIME)],
  'Samsung’s extras, of which one is the video': [samsung({ ...TIME, MotionPhoto_Data: motion() })],
  'a video, zeros, and Samsung’s extras': [motion(), ZEROS, samsung({ ...TIME, Camera_Capture_Mode_Info: '1' })],
  'Samsung’s directory of nothing': [samsung({})],
};

const PROGRAM = Buffer.from('MZ program');
const PAGE = Buffer.from('<!DOCTYPE html><body onload=alert(1)>');
const archive = (): Buffer => zip([{ name: 'a.exe', data: 'MZ' }]);
/** Longer than what ZIP readers look through for the end of an archive. */
const FAR = Buffer.alloc(70_000, 7);

const REFUSED: Record<string, [reason: string, behind: Buffer[]]> = {
  'an archive': ['FILE_MIXED', [archive()]],
  'a document': ['FILE_MIXED', [pdf()]],
  'a page': ['FILE_MIXED', [PAGE]],
  'a program after zeros': ['FILE_MIXED', [ZEROS, PROGRAM]],
  'a program after a second picture': ['FILE_MIXED', [jpeg(), PROGRAM]],
  'a program after a video': ['FILE_MIXED', [motion(), PROGRAM]],
  'a script in the comment of a second picture': ['FILE_MIXED', [jpeg({ comment: '<script>alert(1)</script>' })]],
  'a second picture that breaks off': ['FILE_DAMAGED', [jpeg().subarray(0, -2)]],
  'an archive inside the video': ['FILE_MIXED', [motion(archive())]],
  'an archive inside the video, far from the end': ['FILE_MIXED', [motion(Buffer.concat([archive(), FAR]))]],
  'a document inside the video': ['FILE_MIXED', [motion(Buffer.concat([FAR, pdf()]))]],
  'a script across two looks at it': [
    'FILE_MIXED',
    [motion(Buffer.concat([Buffer.alloc(131_000, 7), Buffer.alloc(131_000, '<script>')]))],
  ],
  'a video of boxes that no video has': ['FILE_MIXED', [box('ftyp'), box('evil', PROGRAM)]],
  'a video without its table of contents': ['FILE_MIXED', [box('ftyp'), box('mdat', PROGRAM)]],
  'a video that goes on to wherever the file ends': [
    'FILE_DAMAGED',
    [box('ftyp'), box('moov'), box('mdat', PROGRAM, 0)],
  ],
  'a video that is longer than the file': ['FILE_DAMAGED', [box('ftyp'), box('moov'), box('mdat', PROGRAM, 90_000)]],
  'an archive inside Samsung’s extras': ['FILE_MIXED', [samsung({ MotionPhoto_Data: archive() })]],
  'a page inside Samsung’s extras': ['FILE_MIXED', [samsung({ Image_UTC_Data: PAGE })]],
  'a program before Samsung’s extras': ['FILE_MIXED', [PROGRAM, samsung(TIME)]],
  'a directory of Samsung’s that contradicts itself': ['FILE_DAMAGED', [samsung(TIME, { count: 7 })]],
  'Samsung’s mark and nothing more': ['FILE_DAMAGED', [Buffer.from('\xff\xff\xff\xffSEFT', 'latin1')]],
  'a hundred pictures': ['FILE_MIXED', Array.from({ length: 100 }, () => jpeg())],
};

const photo = (behind: readonly Buffer[]): { name: string; content: Buffer } => ({
  name: 'IMG_20240214.jpg',
  content: Buffer.concat([jpeg({ scan: LONG_SCAN }), ...behind]),
});

describe('a photograph is taken as it is, with', () => {
  it.each(Object.keys(TAKEN))('%s', async (what) => {
    const { code } = await draft(makassar, what);
    const file = photo(TAKEN[what]!);
    const answer = await upload(base, makassar, code, file);
    expect([answer.status, bodyOf(answer).contentType]).toEqual([201, 'image/jpeg']);
    const [{ url }] = await attachmentsOf(makassar, code);
    expect((await bytesOf(await download(base, makassar, url))).equals(file.content)).toBe(true);
  });
});

describe('a photograph is refused with', () => {
  it.each(Object.keys(REFUSED))('%s', async (what) => {
    const [reason, behind] = REFUSED[what]!;
    const { code } = await draft(makassar, what);
    const answer = await upload(base, makassar, code, photo(behind));
    expect([answer.status, bodyOf(answer).code, faultsOf(answer)]).toEqual([422, reason, []]);
    expect(await attachmentsOf(makassar, code)).toEqual([]);
  });
});
