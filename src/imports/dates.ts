import { isCalendarDate } from '../common/scalars.js';
import { normalised } from './nearest.js';

const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');
/** Beginnings by which the months are told apart in English as well. */
const OTHER: Record<string, number> = { aug: 8, agt: 8, oct: 10, dec: 12, may: 5, mar: 3, jan: 1, feb: 2 };

/** Days that Excel counts: it has a 29th of February in 1900, so that the first of March is day 61. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465; // the end of 9999

/** A day as YYYY-MM-DD, from the number that a workbook has for it; null if it is none. */
export function dayOfNumber(number: number): string | null {
  if (!(number >= 61 && number <= LAST_DAY + 1)) return null;
  return new Date(FIRST_DAY + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
}

/** A day as people here write it: 14/02/2024, 14-2-2024, 2024-02-14, 14 Februari 2024. Null if it is none. */
export function dayOfText(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?$/.exec(text.trim());
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const parts = normalised(text).split(' ');
  if (parts.length !== 3) return null;
  const [date, month, year] = parts as [string, string, string];
  if (!/^\d{1,2}$/.test(date) || !/^\d{4}$/.test(year)) return null;
  return day(year, /^\d{1,2}$/.test(month) ? month : String(monthOf(month)), date);
}

/** What was perhaps meant by a day that there is not: month and day the other way round. */
export function dayTurnedRound(text: string): string | null {
  const [, month, date, year] = /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(text.trim()) ?? [];
  return year ? day(year, month!, date!) : null;
}

function monthOf(word: string): number {
  if (word.length < 3) return 0;
  return MONTHS.findIndex((month) => month.startsWith(word)) + 1 || (OTHER[word.slice(0, 3)] ?? 0);
}

function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}
