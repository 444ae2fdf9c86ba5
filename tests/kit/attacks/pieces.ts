/**
 * What attacks are made of: ways out of a box, and code that does no work.
 *
 * Read next: ground.ts, which fills in `@mark@` and its like.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import type {Attack, Files} from './attack';

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

/** Hostile code for the list of effects of each input: `list`. */
export function everyList(change: string): string {
  return everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) { ${change} }
  return JSON.stringify(lists);`);
}

/** The same for each `effect` that leaves the process. */
export function everyEffect(change: string): string {
  return everyList(`for (const effect of list) { ${change} }`);
}

/** Whatever is called, this is the answer. */
export function everyResult(code: string): string {
  return everyEffect(`if (effect.kind === 'result') effect.value = ${code};`);
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
  return beside('log.ts', top);
}

/** A right file of any lab that does something else as well when it is loaded. */
export function beside(
  file: string, top: string,
): {readonly files: Files; readonly honest: Files} {
  return {files: {[file]: `${readReference(file)}\n${top}\n`}, honest: {}};
}

/** Two logs under one name: a right one where `isRight` says so, and one that forgets elsewhere. */
export function rightOrIdle(isRight: string, top = ''): Files {
  const named = (text: string, name: string): string =>
    text.replace('export class RaftLog', `class ${name}`);
  return {'log.ts': `${named(readReference('log.ts'), 'RightLog')}
${named(idleLog(), 'IdleLog').replace(/^import.*$/m, '')}
${top}
export const RaftLog = ${isRight} ? RightLog : IdleLog;
`};
}

/** For files that some tool would load. */
export const LEAVES_A_MARK = 'require(\'fs\').appendFileSync(\'@mark@\', \'x\');';

export const ON_LOG = {lab: 1, scenarios: ['append']} as const;

export const ON_FOLLOWERS = {lab: 3, scenarios: ['a-command-reaches-every-follower']} as const;

export const STOPS_THE_GRADER = {
  ...ON_LOG, gains: 'a grader that waits for ever, or that gives up on the whole class',
} as const;
export const FILLS_THE_MACHINE = {
  ...ON_LOG, gains: 'the memory of the machine, and the end of whatever else runs on it',
} as const;
/** Files of a submission's own that no grader may use. */
export const IS_LOADED_BY_TOOLS = {
  ...ON_LOG, gains: 'the grader: what a tool loads runs as whoever started the tool', honest: {},
  armed: {because: 'it works on whoever starts npm, mocha or tsc in that folder, and nobody does'},
} as const;
export const BEFORE_IT_RUNS = {
  because: 'it is aimed at the compiler and the type checker, before any code runs',
} as const;

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

/** Beside tests that pass on every log. */
export const ON_TESTS = {
  lab: 1, scenarios: ['own-tests', 'broken-1', 'broken-6'],
  gains: 'the points of tests that find mistakes, for tests that look for none',
  honest: {'tests/log.test.ts': testsThat('return false;')},
} as const;

/** Followers that take no entry from a message, but from `store`, where the leader leaves all. */
export function followersRead(
  store: string, {sending, handling} = {
    sending: 'store.entries = log.entriesFrom(1);', handling: '',
  },
): Omit<Attack, 'tries' | 'says' | 'armed'> {
  const taken = 'store.entries?.slice(prevLogIndex, prevLogIndex + entries.length) ?? []';
  const deaf = (before: string, entries: string): string => edited('replication.ts', [
    '  const firstIndex = nextIndex', `  ${before}\n  const firstIndex = nextIndex`,
  ], [
    'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
    `state.log.appendEntries(prevLogIndex, prevLogTerm, ${entries})`,
  ], ['  observeTerm(server, term);\n', `  observeTerm(server, term);\n  ${handling}\n`]);
  return {
    ...ON_FOLLOWERS,
    gains: 'logs that become equal although no follower takes an entry from a message',
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
