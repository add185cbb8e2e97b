/** The words of a template string that holds them side by side. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The words of lines such as `ubah: rubah merubah`, each with what stands before the colon. */
export function entries(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line.includes(':'));
  return new Map(
    lines.flatMap((line) => {
      const [stem = '', list = ''] = line.split(':');
      return words(list).map((word): [string, string] => [word, stem.trim()]);
    }),
  );
}
