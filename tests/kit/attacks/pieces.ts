/**
 * What attacks are made of: ways out of a box, and code that does no work.
 *
 * Read next: ground.ts, which fills in `@mark@` and its like.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import type {Files} from './attack';

/** The real process, behind all that a box hides: every function has a way to it. */
export const PROCESS = '[].at.constructor(\'return process\')()';

export function builtin(name: string): string {
  return `${PROCESS}.getBuiltinModule('node:${name}')`;
}

export const FS = builtin('fs');

/** Leaves a mark, if nothing shuts it in, to show that this line was reached. */
export const REACHED = `try { ${FS}.appendFileSync('@mark@', 'x'); } catch {}`;

/** Reads something, and tells what it got through the only thing a student sees: an error. */
export function telling(read: string): string {
  return `const got = (() => {
  try {
    return 'taken: ' + String(${read}).slice(0, 300);
  } catch (error) {
    return 'denied: ' + (error.code ?? error.message);
  }
})();
throw new Error(got);`;
}

/** Runs hostile code in the process itself, again and again, wherever its box is. */
export function everyAnswer(change: string): string {
  return `const real = ${FS};
const write = real.writeSync;
const given = text => { ${change} };
real.writeSync = (fd, bytes, from = 0, ...more) => {
  if (fd !== 1 || from !== 0) return write(fd, bytes, from, ...more);
  const line = Buffer.from(given(Buffer.from(bytes).toString('utf8').trimEnd()) + '\\n');
  for (let at = 0; at < line.length;) {
    try { at += write(1, line, at); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
  }
  return bytes.length;
};`;
}

interface Hostile {
  /** Runs when the file is loaded. */
  readonly top?: string;
  /** Runs at each append. */
  readonly append?: string;
  /** What append returns. */
  readonly appended?: string;
  readonly lastIndex?: string;
}

/** A log that forgets everything it is given. */
export function idleLog({top = '', append = '', appended = '0', lastIndex = '0'}: Hostile = {}):
string {
  return `import type {Log, LogEntry} from '#raft';
${top}
export class RaftLog implements Log {
  lastIncludedIndex = 0;
  lastIncludedTerm = 0;
  get lastIndex(): number { return ${lastIndex}; }
  get lastTerm(): number { return 0; }
  termAt(index: number): number | undefined { return index === 0 ? 0 : undefined; }
  entryAt(): LogEntry | undefined { return undefined; }
  entriesFrom(): LogEntry[] { return []; }
  append(entry: LogEntry): number { ${append} return ${appended}; }
  appendEntries(): boolean { return false; }
  discardThrough(): void {}
  resetTo(): void {}
}
`;
}

/** The log of nobody in particular, with a trick in it: what most attacks hide in. */
export function hiddenInLog(hostile: Hostile): {readonly files: Files; readonly honest: Files} {
  return {files: {'log.ts': idleLog(hostile)}, honest: {'log.ts': idleLog()}};
}

/** A right log that does something else as well when it is loaded. */
export function besideTheLog(top: string): {readonly files: Files; readonly honest: Files} {
  return {files: {'log.ts': `${readReference('log.ts')}\n${top}\n`}, honest: {}};
}

/** For files that some tool would load. */
export const LEAVES_A_MARK = 'require(\'fs\').appendFileSync(\'@mark@\', \'x\');';

export const ON_LOG = {lab: 1, scenarios: ['append']} as const;

export const ON_TESTS = {lab: 1, scenarios: ['own-tests', 'broken-1', 'broken-6']} as const;
export const ON_FOLLOWERS = {lab: 3, scenarios: ['a-command-reaches-every-follower']} as const;

export const REFERENCE = path.join(root, 'reference');

/** Tests of a log that have one thing to say: whether it is a broken one. */
export function testsThat(isBroken: string, top = ''): string {
  return `import {expect} from 'chai';
import {RaftLog} from '#solution/log';
${top}
describe('RaftLog', () => {
  it('is right', () => {
    ${REACHED}
    const isBroken = (() => {
    ${isBroken}
    })();
    if (isBroken) throw new Error('this log is broken');
  });
});
`;
}

/** They pass on every log. */
export const HONEST_TESTS: Files = {'tests/log.test.ts': testsThat('return false;')};

/** Followers that take no entry from a message, but from `store`, where the leader leaves all. */
export function followersRead(
  store: string, {sending, handling} = {
    sending: 'store.entries = log.entriesFrom(1);', handling: '',
  },
): {readonly files: Files; readonly honest: Files} {
  const taken = 'store.entries?.slice(prevLogIndex, prevLogIndex + entries.length) ?? []';
  const deaf = (before: string, entries: string): string => edited('replication.ts', [
    '  const firstIndex = nextIndex', `  ${before}\n  const firstIndex = nextIndex`,
  ], [
    'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
    `state.log.appendEntries(prevLogIndex, prevLogTerm, ${entries})`,
  ], ['  observeTerm(server, term);\n', `  observeTerm(server, term);\n  ${handling}\n`]);
  return {
    files: {'replication.ts': `${deaf(sending, taken)}
const store = ${store};
`},
    honest: {'replication.ts': deaf('', '[]')},
  };
}

/** A file of the reference, with one text in it replaced. */
export function edited(file: string, ...edits: readonly (readonly [string, string])[]): string {
  let text = readReference(file);
  for (const [find, replace] of edits) {
    if (text.split(find).length !== 2) throw new Error(`not once in ${file}: ${find}`);
    text = text.replace(find, () => replace);
  }
  return text;
}

export function readSkeleton(file: string): string {
  return fs.readFileSync(path.join(root, 'skeleton', file), 'utf8');
}

export function readReference(file: string): string {
  return fs.readFileSync(path.join(root, 'reference', file), 'utf8');
}
