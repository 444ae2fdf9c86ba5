/**
 * Lateness and moments as people read them; ISO 8601 is for machines.
 *
 * Promises: pure; what is handed in and what was due are told by one clock, the course's own, with
 * its offset. A moment that cannot be read is told as it stands.
 * Read next: run/settle.ts, which reckons; html/submission-page.ts and formats/summary.ts, which
 * tell.
 */
import {counted} from '../report/text-layout';
import type {Lateness} from './grade';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
];
const OFFSET = /T.*(?:Z|([+-])(\d\d):?(\d\d))$/;
const MINUTE_MS = 60_000;

/** '2 days late, 1 of them free'. */
export function daysInWords({daysLate, daysFree, daysMost}: Lateness): string {
  const late = `${counted(daysLate, 'day')} late`;
  if (daysMost !== undefined) {
    return `${late}; later than ${counted(daysMost, 'day')} (excused ones apart) a lab is worth ` +
      'nothing';
  }
  return daysFree === 0 ? late : `${late}, ${daysFree} of them free`;
}

/** 'handed in 16 November 2026, 02:12 UTC+01:00, due 14 November 2026, 23:59 UTC+01:00'. */
export function datesInWords({submittedAt, dueAt}: Lateness): string {
  return `handed in ${momentInWords(submittedAt, dueAt)}, due ${momentInWords(dueAt)}`;
}

/**
 * '16 November 2026, 02:12 UTC+01:00'; seconds only if there are any.
 *
 * @param like a moment by whose offset it is told, if not its own.
 */
export function momentInWords(iso: string, like = iso): string {
  const offset = offsetOf(like) ?? offsetOf(iso);
  const utcMs = Date.parse(iso);
  if (offset === undefined || Number.isNaN(utcMs)) return iso;
  const local = new Date(utcMs + offset.minutes * MINUTE_MS);
  const time = local.toISOString().slice('2026-11-16T'.length, '2026-11-16T02:12:00'.length);
  return `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}, ` +
    `${time.replace(/:00$/, '')} ${offset.name}`;
}

function offsetOf(iso: string): {readonly minutes: number; readonly name: string} | undefined {
  const [whole, sign = '+', hours = '00', minutes = '00'] = OFFSET.exec(iso) ?? [];
  if (whole === undefined) return undefined;
  const count = Number(hours) * 60 + Number(minutes);
  return {
    minutes: sign === '-' ? -count : count,
    name: count === 0 ? 'UTC' : `UTC${sign}${hours}:${minutes}`,
  };
}
