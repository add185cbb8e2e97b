import type { DataSource } from 'typeorm';
import { ExperienceKind, Regulated, Remedy } from '../experiences/experience.enums.js';
import { Choices, type Choice } from './choices.js';
import type { ListName } from './columns.js';

export type ChoicesByList = Readonly<Record<ListName, Choices>>;

const KINDS: Record<ExperienceKind, string> = {
  OBSTACLE: 'Kendala',
  GOOD_PRACTICE: 'Praktik baik',
  INNOVATION: 'Terobosan',
  NEAR_MISS: 'Nyaris menjadi masalah',
};

const REGULATED: Record<Regulated, string> = {
  UNREGULATED: 'Belum diatur',
  PARTLY: 'Sebagian diatur',
  REGULATED: 'Sudah diatur',
};

const REMEDIES: Record<Remedy, string> = {
  REGULATION: 'Regulasi',
  SOP: 'Prosedur',
  TRAINING: 'Pelatihan',
  SYSTEM: 'Sistem informasi',
  LOGISTICS: 'Logistik',
  BUDGET: 'Anggaran',
  ORGANISATION: 'Organisasi',
};

const SCALE = ['1', '2', '3', '4', '5'];

const TERMS = {
  stage: 'select code, name, name_en as "nameEn" from stages order by code',
  topic: 'select code, name, name_en as "nameEn" from topics order by code',
  cause: 'select code, name, name_en as "nameEn" from causes order by code',
  event: 'select slug as code, title as name, title as "nameEn" from events order by start_date desc, slug',
};

/** The choices of every column that has some, as they are now. */
export async function readChoices(dataSource: DataSource): Promise<ChoicesByList> {
  const read = async (list: keyof typeof TERMS): Promise<Choices> => {
    const rows = await dataSource.query<{ code: string; name: string; nameEn: string }[]>(TERMS[list]);
    return new Choices(
      rows.map(({ code, name, nameEn }) => ({ code, label: `${code} ${name}`, names: [name, nameEn] })),
    );
  };
  return {
    stage: await read('stage'),
    topic: await read('topic'),
    cause: await read('cause'),
    event: await read('event'),
    kind: named(KINDS),
    regulated: named(REGULATED),
    remedy: named(REMEDIES),
    likelihood: new Choices(SCALE.map(plain)),
    impact: new Choices(SCALE.map(plain)),
  };
}

const named = (labels: Record<string, string>): Choices =>
  new Choices(Object.entries(labels).map(([code, label]) => ({ code, label, names: [] })));

const plain = (code: string): Choice => ({ code, label: code, names: [] });
