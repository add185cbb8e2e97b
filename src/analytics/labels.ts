import type { Regulated, ExperienceStatus } from '../experiences/experience.enums.js';
import type { SatkerLevel } from '../satker/satker.entity.js';
import type { RiskBand } from './dimension.enum.js';

/** A label in Indonesian and English. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** Labels of values, in their natural order. */
export type Labels<T extends string = string> = Readonly<Record<T, Words>>;

const words = (id: string, en: string): Words => ({ id, en });

export const REGULATED_LABELS: Labels<Regulated> = {
  REGULATED: words('Sudah diatur', 'Regulated'),
  PARTLY: words('Sebagian diatur', 'Partly regulated'),
  UNREGULATED: words('Belum diatur', 'Not regulated'),
};

export const LEVEL_LABELS: Labels<SatkerLevel> = {
  CENTRAL: words('Pusat', 'Centre'),
  PROVINCE: words('Provinsi', 'Province'),
  REGENCY: words('Kabupaten', 'Regency'),
  CITY: words('Kota', 'City'),
};

export const BAND_LABELS: Labels<RiskBand> = {
  LOW: words('Rendah', 'Low'),
  MODERATE: words('Sedang', 'Moderate'),
  HIGH: words('Tinggi', 'High'),
  EXTREME: words('Ekstrem', 'Extreme'),
};

export const STATUS_LABELS: Labels<ExperienceStatus> = {
  DRAFT: words('Konsep', 'Draft'),
  SUBMITTED: words('Dikirim', 'Submitted'),
  PROVINCE_REVIEW: words('Diperiksa provinsi', 'Reviewed by the province'),
  CENTRAL_REVIEW: words('Diperiksa pusat', 'Reviewed by the centre'),
  CHANGES_REQUESTED: words('Dikembalikan untuk diperbaiki', 'Returned for changes'),
  PUBLISHED: words('Diterbitkan', 'Published'),
  REJECTED: words('Ditolak', 'Rejected'),
  DUPLICATE: words('Duplikat', 'Duplicate'),
  WITHDRAWN: words('Ditarik', 'Withdrawn'),
};

/** What a group is called whose rows have no value. Unit, level and status are always there. */
export const MISSING = {
  STAGE: words('Lintas tahapan', 'Across stages'),
  TOPIC: words('Tanpa topik', 'Without a topic'),
  CAUSE: words('Penyebab belum ditentukan', 'Cause not given'),
  EVENT: words('Di luar kegiatan', 'Outside of events'),
  SATKER_LEVEL: words('Tanpa tingkat', 'Without a level'),
  YEAR: words('Tanggal kejadian tidak diketahui', 'Date not known'),
  REGULATED: words('Belum dinilai', 'Not assessed'),
  SEVERITY: words('Belum dinilai', 'Not assessed'),
  RISK_BAND: words('Belum dinilai', 'Not assessed'),
  STATUS: words('Tanpa tahap', 'Without a status'),
} as const;
