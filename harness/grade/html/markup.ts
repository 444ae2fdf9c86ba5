/**
 * HTML in which whatever is put in is text, unless it is HTML that was made here.
 *
 * A thin front of hono/html, which escapes: submissions, names and failures are written by people
 * whose word nobody takes. What could hide or turn round other text (control characters, overrides
 * of the direction of writing, heaps of accents) is shown as its code.
 * Promises: a Markup was made by `html` or is a constant of this folder; nothing else passes
 * unescaped. Attributes are in double quotes in every template, so that escaping covers them.
 * Read next: page.ts.
 */
import {html as escaping, raw} from 'hono/html';
import {roundPoints} from '../grade';

/** HTML that is safe to put into more HTML. */
export type Markup = ReturnType<typeof raw>;

export type Content = string | number | Markup | readonly Content[];

export const NOTHING: Markup = raw('');

export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const made = escaping(strings, ...values.map(legible));
  if (made instanceof Promise) throw new Error('a template waits for nothing');
  return made;
}

/** Text of this folder's own that is HTML or CSS already; never anything from a grade. */
export function constant(text: string): Markup {
  return raw(text);
}

/** For lists with words between: 'a, b, c'. */
export function joined(parts: readonly Content[], between: string): readonly Content[] {
  return parts.flatMap((part, position) => position === 0 ? [part] : [between, part]);
}

function legible(value: Content): Content {
  if (typeof value === 'string') return legibleText(value);
  return Array.isArray(value) ? value.map(legible) : value;
}

const PLAIN = /^[\n\t\x20-\x7e]*$/;
const HIDDEN = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c'
  + '\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\uffff'
  + '\\u{e0000}-\\u{e007f}]', 'gu');

/** The same text with nothing in it that a reader cannot see. */
export function legibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n/g, '\n').replace(HIDDEN, codeOf)
    .replace(/(\p{M}{4})\p{M}+/gu, '$1…');
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Of a longer text, a page says how long it was: it is no sentence any more. */
const LENGTH_TOLD = 2000;

/** One line of at most so many characters. */
export function brief(text: string, most: number): string {
  const line = text.slice(0, 4 * most).replace(/\s+/g, ' ').trim();
  if (line.length <= most && text.length <= 4 * most) return line;
  const told = text.length > LENGTH_TOLD ? ` (${text.length} characters in all)` : '';
  return `${line.slice(0, most)}…${told}`;
}

/** Lines as they are, so many of them, and of each so much, as a page can hold. */
export function briefLines(
  text: string, {lines, columns}: {readonly lines: number; readonly columns: number},
): string {
  const all = text.slice(0, 4 * lines * columns).split('\n');
  const kept = all.slice(0, lines).map(line => (
    line.length <= columns ? line : `${line.slice(0, columns)}… (${line.length} characters)`
  ));
  const isAll = kept.length === all.length && text.length <= 4 * lines * columns;
  return [...kept, ...isAll ? [] : [`… (${text.length} characters in all)`]].join('\n');
}

/** '1 submission', '2 submissions'. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Points without useless noughts: 7, 7.5, 0.25. */
export function pointsText(points: number): string {
  return String(roundPoints(points)).replace('-', '−');
}
