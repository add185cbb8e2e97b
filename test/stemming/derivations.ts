/**
 * Builds words from roots by the rules of regular Indonesian, forwards and without a look at the stemmer's tables, to
 * see whether it finds the way back.
 */

/** The nasal of meN- and peN- with what it leaves of the root. */
function nasalised(root: string): string {
  if (/^[^aiueo]*[aiueo][^aiueo]*$/.test(root)) return `nge${root}`;
  if (/^p[aiueo]/.test(root)) return `m${root.slice(1)}`;
  if (/^t[aiueo]/.test(root)) return `n${root.slice(1)}`;
  if (/^s[aiueo]/.test(root)) return `ny${root.slice(1)}`;
  if (/^k[aiueo]/.test(root)) return `ng${root.slice(1)}`;
  if (/^[bfvp]/.test(root)) return `m${root}`;
  if (/^[cdjzts]/.test(root)) return `n${root}`;
  return /^[lmnrwy]/.test(root) ? root : `ng${root}`;
}

/** ber- and ter- without a second r: berencana, bekerja. */
function withR(prefix: 'be' | 'te', root: string): string {
  return /^r|^[^aiueo]er/.test(root) ? prefix + root : `${prefix}r${root}`;
}

export function derivationsOf(root: string): string[] {
  return [
    `me${nasalised(root)}`,
    `me${nasalised(root)}kan`,
    `di${root}`,
    `di${root}kan`,
    `pe${nasalised(root)}an`,
    withR('te', root),
    withR('be', root),
    `ke${root}an`,
    `${root}nya`,
    `${root}-${root}`,
  ];
}
