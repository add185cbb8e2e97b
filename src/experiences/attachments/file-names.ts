import { Rejected } from '../../common/errors.js';

export const MAX_NAME = 200;

/** Controls, and the marks that turn the direction of writing: "gpj.exe" can be made to read "exe.jpg". */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * The name a file came with, as it is kept and shown: one line in its usual form, without the folders it may have been
 * sent with. It names nothing on our side: storage has names of its own. Rejects when nothing is left.
 */
export function cleanName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1)!;
  const name = last
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') throw Rejected.because('FILE_NAME', 'file');
  return shortened(name);
}

/** The extension of a clean name, in lower case; empty when it has none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Cut before the extension, which says what the file is. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= MAX_NAME) return name;
  const ending = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')];
  return [...letters.slice(0, MAX_NAME - ending.length), ...ending].join('');
}

/** `Content-Disposition` of a download, RFC 6266: a plain form for old clients, and the whole name. */
export function attachmentDisposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
