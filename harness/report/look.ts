/**
 * How text is dressed: with colour or without, in Unicode or in plain ASCII.
 *
 * Promises: nothing is told by colour alone, so taking the colour away loses nothing. Text that
 * student code wrote passes through `tidy`, so it cannot move the cursor or hide a line.
 * Read next: text-layout.ts.
 */
import {createColors} from 'picocolors';

export interface Look {
  /** ASCII only, and words instead of marks: 'ok' and 'FAIL'. */
  readonly plain: boolean;
  readonly colour: boolean;
}

export const PLAIN: Look = {plain: true, colour: false};

/**
 * What the option `--plain`, the environment and the terminal ask for, taken together. `terminal`
 * may be `stdout.isTTY`, which no pipe has.
 */
export function chooseLook(
  asked: {readonly plain?: boolean; readonly terminal: boolean | undefined},
  environment: Readonly<Record<string, string | undefined>>,
): Look {
  const plain = Boolean(asked.plain) || Boolean(environment['NO_COLOR']);
  const forced = Boolean(environment['FORCE_COLOR']) && environment['FORCE_COLOR'] !== '0';
  return {plain, colour: !plain && (forced || Boolean(asked.terminal))};
}

export type Paint = ReturnType<typeof createColors>;

export function paintFor(look: Look): Paint {
  return createColors(look.colour);
}

const ASCII: Readonly<Record<string, string>> = {
  '→': '->', '←': '<-', '…': '...', '·': '-', '–': '-', '—': '-', '×': 'x', '≤': '<=', '≥': '>=',
  '‘': "'", '’': "'", '“': '"', '”': '"', '✔': 'ok', '✘': 'FAIL', '│': '|', '─': '-',
  '┼': '+', '▶': '>', '◀': '<', '●': 'o', '▼': 'v', '✕': 'x', '≠': '!=', '\u00a0': ' ',
};

/** One line of text that is safe to print: no control characters, and ASCII where that is asked. */
export function tidy(text: string, look: Look): string {
  const safe = text.replace(/\n/g, '\\n').replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, escapeOf);
  if (!look.plain) return safe;
  return safe.replace(/§§?(?=[\d ])/g, 'section ').replace(/[^\x20-\x7e]/gu, character => (
    ASCII[character] ?? escapeOf(character)
  ));
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
