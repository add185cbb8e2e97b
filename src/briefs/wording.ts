import { RecommendationStatus } from '../recommendations/recommendation.enums.js';
import { RiskBand } from '../analytics/dimension.enum.js';
import { LessonStatus } from '../lessons/lesson.enums.js';
import type { BriefLesson } from './risk.types.js';

const NUMBER = new Intl.NumberFormat('id-ID');
const DECIMAL = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });
const SHORT_DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Jakarta',
});

/** 1.234 */
export const inNumber = (value: number): string => NUMBER.format(value);

/** 12,5 */
export const inDecimal = (value: number): string => DECIMAL.format(value);

/** 14 Februari 2024, of a calendar day. */
export const inDay = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`));

/** 14 Feb 2024, where there is little room. */
export const inShortDay = (date: string): string => SHORT_DAY.format(new Date(`${date}T00:00:00Z`));

/** 24 November 2026 pukul 09.15 WIB, of an instant. */
export const inMoment = (instant: string): string => `${MOMENT.format(new Date(instant))} WIB`;

/** 34% of a part. */
export const inShare = (part: number, whole: number): string => `${NUMBER.format(Math.round((100 * part) / whole))}%`;

/** 2024; 2023–2025; 2019, 2024. */
export function inYears(years: readonly number[]): string {
  const sorted = years.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '–';
  if (first === last) return String(first);
  return last - first === sorted.length - 1 && sorted.length > 2 ? `${first}–${last}` : sorted.join(', ');
}

/** Whole words, so that a text never breaks off inside of one; with what is left out marked. */
export function shortened(text: string, most: number): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length <= most) return plain;
  const end = plain.lastIndexOf(' ', most - 1);
  return `${plain.slice(0, end > most / 2 ? end : most - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}

export const BAND_WORDS: Readonly<Record<RiskBand, string>> = {
  LOW: 'rendah',
  MODERATE: 'sedang',
  HIGH: 'tinggi',
  EXTREME: 'ekstrem',
};

/** "terbukti; didukung 5 satker dalam 2 siklus, disanggah 1; membantu 3 satker" */
export function strengthInWords({ status, strength, helpedSatkerCount: helped }: BriefLesson): string {
  const { satkerCount, cycleCount, contradicting } = strength;
  const support =
    satkerCount === 0
      ? 'belum didukung pengalaman yang diterbitkan'
      : `didukung ${inNumber(satkerCount)} satker dalam ${inNumber(cycleCount)} siklus`;
  const doubt = contradicting > 0 ? `, disanggah ${inNumber(contradicting)}` : '';
  const help = helped > 0 ? `membantu ${inNumber(helped)} satker` : 'belum ada laporan bahwa ia membantu';
  return `${status === LessonStatus.LEARNED ? 'terbukti' : 'disahkan'}; ${support}${doubt}; ${help}`;
}

export const STATUS_WORDS: Readonly<Record<RecommendationStatus, string>> = {
  PROPOSED: 'diusulkan',
  ACCEPTED: 'diterima',
  DEFERRED: 'ditunda',
  REJECTED: 'ditolak',
  IN_PROGRESS: 'dikerjakan',
  REPORTED_DONE: 'dilaporkan selesai',
  VERIFIED: 'terverifikasi',
};
