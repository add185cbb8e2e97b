import { SatkerLevel } from '../../satker/satker.entity.js';
import { bareName, namesOf } from '../../satker/satker.names.js';
import { expectRows, type Row } from './input.js';

const FILE = 'satker.csv';
const HEADER = 'code,parent_code,level,name,region_name,is_aceh,kind,aliases';
const UNITS = 553;

const LEVELS: Record<string, SatkerLevel> = {
  'KPU_RI NASIONAL': SatkerLevel.CENTRAL,
  'PROVINCE PROVINSI': SatkerLevel.PROVINCE,
  'REGENCY_CITY KABUPATEN': SatkerLevel.REGENCY,
  'REGENCY_CITY KOTA': SatkerLevel.CITY,
};

interface Line {
  code: string;
  parent: string | null;
  level: SatkerLevel;
  name: string;
  region: string;
  aliases: string[];
}

/** The units of each depth, from the centre down: a parent must be stored before the units below it. */
export function satkerRows(csv: string): Row[][] {
  const [header, ...texts] = csv.trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw new Error(`The first line of ${FILE} must be "${HEADER}".`);
  const lines = expectRows(FILE, 'work units', texts.map(readLine), UNITS);
  const units = new Map(lines.map((line) => [line.code, line]));
  if (units.size !== UNITS) throw new Error(`${FILE} holds a code twice: restore the file as delivered.`);
  const depths: Row[][] = [];
  for (const line of lines) {
    const lineage = lineageOf(line, units);
    (depths[lineage.length - 1] ??= []).push({
      code: line.code,
      name: line.name,
      level: line.level,
      region: line.region,
      aliases: line.aliases,
      lineage,
      names: namesOf(line),
      bare_name: bareName(line.name),
      parent_id: line.parent,
    });
  }
  return depths;
}

function readLine(text: string, index: number): Line {
  const where = `${FILE}, line ${index + 2}`;
  const fields = text.split(',');
  // A plain split is enough as long as no field is quoted.
  if (fields.length !== 8 || text.includes('"')) throw new Error(`${where}: expected 8 fields without quotes.`);
  const [code, parent, group, name, region, , kind, aliases] = fields;
  const level = LEVELS[`${group} ${kind}`];
  if (!code || !name || !region || !level) {
    throw new Error(`${where}: code, name, region, level and kind are needed, found "${text}".`);
  }
  return { code, parent: parent || null, level, name, region, aliases: aliases ? aliases.split('|') : [] };
}

function lineageOf(line: Line, units: ReadonlyMap<string, Line>): string[] {
  const codes: string[] = [];
  let at: Line | undefined = line;
  while (at && !codes.includes(at.code)) {
    codes.unshift(at.code);
    if (at.parent === null) return codes;
    at = units.get(at.parent);
  }
  throw new Error(`${FILE}: the units above ${line.code} do not lead to the centre.`);
}
