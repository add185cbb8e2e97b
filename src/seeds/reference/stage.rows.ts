import { ElectionRegime } from '../../stages/cycle.entity.js';
import { StagePhase } from '../../stages/stage.entity.js';
import { expectRows, type Row } from './input.js';

const FILE = 'stages.json';

interface GivenPart {
  name_id: string;
  start: string | null;
  end: string | null;
}

interface GivenStage extends GivenPart {
  code: string;
  name_en: string;
  note: string;
  parts: GivenPart[];
  source: string[];
}

interface StagesFile {
  sources: Record<string, string>;
  pemilu: GivenStage[];
  pilkada: { preparation: GivenStage[]; conduct: GivenStage[] };
}

export const CYCLE_ROWS: Row[] = [
  { code: 'PEMILU-2024', name: 'Pemilu 2024', regime: ElectionRegime.PEMILU, year: 2024, voting_day: '2024-02-14' },
  {
    code: 'PILKADA-2024',
    name: 'Pemilihan Serentak (Pilkada) 2024',
    regime: ElectionRegime.PEMILIHAN,
    year: 2024,
    voting_day: '2024-11-27',
  },
];

/** Stages and their parts. Positions run through a cycle: conduct goes on counting where preparation ends. */
export function stageRows(json: string): { stages: Row[]; parts: Row[] } {
  const { sources, pemilu, pilkada } = JSON.parse(json) as StagesFile;
  const ofPemilu = expectRows(FILE, 'stages of Pemilu 2024', pemilu, 11);
  const preparation = expectRows(FILE, 'preparation stages of Pilkada 2024', pilkada.preparation, 8);
  const conduct = expectRows(FILE, 'conduct stages of Pilkada 2024', pilkada.conduct, 11);
  const given = [
    ...ofPemilu.map((stage, index) => ({ stage, cycle: 'PEMILU-2024', position: index + 1, phase: null })),
    ...[...preparation, ...conduct].map((stage, index) => ({
      stage,
      cycle: 'PILKADA-2024',
      position: index + 1,
      phase: index < preparation.length ? StagePhase.PREPARATION : StagePhase.CONDUCT,
    })),
  ];
  return {
    stages: given.map(({ stage, cycle, position, phase }) => ({
      code: stage.code,
      position,
      phase,
      name: stage.name_id,
      name_en: stage.name_en,
      start_date: stage.start,
      end_date: stage.end,
      note: stage.note || null,
      source_urls: stage.source.map((key) => addressOf(key, sources)),
      cycle_id: cycle,
    })),
    parts: given.flatMap(({ stage }) =>
      stage.parts.map((part, index) => ({
        position: index + 1,
        name: part.name_id,
        start_date: part.start,
        end_date: part.end,
        stage_id: stage.code,
      })),
    ),
  };
}

function addressOf(key: string, sources: Record<string, string>): string {
  const address = sources[key];
  if (!address) throw new Error(`${FILE} names the source "${key}" but gives no address for it.`);
  return address;
}
