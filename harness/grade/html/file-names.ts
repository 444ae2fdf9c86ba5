/**
 * A file name for every submission, whatever its own name is.
 *
 * Promises: lower and upper case, and what Windows reserves, are kept apart, so that no two
 * submissions share a file on any system; no name leaves its folder or hides; a plain name stays
 * as it is. The same names give the same file names.
 * Read next: html-report.ts.
 */
import crypto from 'node:crypto';

const LENGTH_MOST = 60;
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._+@=-]*$/;
/** Devices on Windows, with any ending; and what a web server shows for a folder. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|index)(\.|$)/i;

/** In the order of the names, without an ending. */
export function fileNamesOf(names: readonly string[]): readonly string[] {
  const cleaned = names.map(clean);
  const counts = new Map<string, number>();
  for (const name of cleaned) {
    const key = name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  return names.map((name, position) => {
    const own = cleaned[position] ?? '';
    const isAlone = own === name && counts.get(own.toLowerCase()) === 1;
    return free(isAlone ? own : `${own}-${digestOf(name)}`, taken);
  });
}

function clean(name: string): string {
  const kept = name.normalize('NFC').slice(0, LENGTH_MOST).replace(/[^A-Za-z0-9._+@=-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return PLAIN.test(kept) && !RESERVED.test(kept) ? kept : `submission${kept && '-'}${kept}`;
}

function digestOf(name: string): string {
  return crypto.createHash('sha256').update(name, 'utf16le').digest('hex').slice(0, 10);
}

/** Two submissions of one name still get two files. */
function free(name: string, taken: Set<string>): string {
  let file = name;
  for (let n = 2; taken.has(file.toLowerCase()); n++) file = `${name}-${n}`;
  taken.add(file.toLowerCase());
  return file;
}
