/** How names are compared: lower case, no dots, single spaces. The SQL in `satker.filters.ts` does the same. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ').trim();
}

/** "KPU Kabupaten Bandung" and "KPU Kota Bandung" are both "kpu bandung" to somebody who leaves the kind out. */
export function bareName(name: string): string {
  return normaliseName(name).replace(/\b(kabupaten|kota|provinsi) /, '');
}

/** Every spelling under which a unit is found. */
export function namesOf(unit: { name: string; region: string; aliases: readonly string[] }): string[] {
  const spellings = [unit.name, unit.region, ...unit.aliases].map(normaliseName);
  return [...new Set([...spellings, bareName(unit.name), bareName(unit.region)])];
}
