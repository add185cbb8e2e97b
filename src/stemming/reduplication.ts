/** What is written before a hyphen when the next part is foreign, a name or an abbreviation: di-upload, ke-KPU-an. */
const PREFIXES_WITH_HYPHEN =
  /^(di|ke|se|ber|per|ter|me|mem|men|meng|meny|pe|pem|pen|peng|memper|diper|non|pasca|pra|antar|anti|multi|sub|eks)$/;
const SUFFIXES_WITH_HYPHEN = /^(nya|ku|mu|lah|kah|pun|kan|an|i)$/;
/** Fewer letters are in common by chance. */
const SHORTEST_REPEATED = 3;

/**
 * The stem of a word with hyphens, where `stem` finds that of a word without: of a doubled root (undang-undang,
 * anak-anaknya, berulang-ulang, kehati-hatian, surat-menyurat), or of what is left without affixes that are set off
 * (KPU-nya, di-upload). Other pairs, such as sortir-lipat, are two words in one and stay as they are.
 */
export function unhyphenated(word: string, stem: (word: string) => string): string {
  const parts = word.split('-');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const others = (from: number, to?: number): string => parts.slice(from, to).join('-');
  if (PREFIXES_WITH_HYPHEN.test(first) && /^\p{L}/u.test(others(1))) return stem(others(1));
  if (SUFFIXES_WITH_HYPHEN.test(last) && others(0, -1) !== '') return stem(others(0, -1));
  if (parts.length !== 2) return word;
  const once = withoutRepetition(first, last);
  if (once !== null) return stem(once);
  const root = stem(first);
  return root !== '' && root === stem(last) ? root : word;
}

/** kehati-hatian: kehatian; null when the second part does not repeat the end of the first. */
function withoutRepetition(first: string, second: string): string | null {
  for (let length = Math.min(first.length, second.length); length >= SHORTEST_REPEATED; length -= 1)
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length);
  return null;
}
