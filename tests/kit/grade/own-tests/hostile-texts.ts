/**
 * Texts of tests that do not test: they try to find out which log is before them, or to win anyway.
 *
 * Each begins in a box, and leaves it where it can: a box is no wall, the process is.
 */
import {HEAD} from './both-ways';

/** The real global object, which no box gives away by name. */
const ESCAPE = `
const outside = (() => 1).constructor('return globalThis')() as typeof globalThis;
const realProcess = outside.process;
const load = (name: string): never => realProcess.getBuiltinModule(name) as never;
const fs = load('fs') as typeof import('node:fs');
`;

const ASKS = `
const ask = (text: string): string => {
  fs.writeSync(3, text + '\\n');
  const bytes = Buffer.alloc(65536);
  return bytes.subarray(0, fs.readSync(3, bytes, 0, 65536, null)).toString();
};
const question = (...say: unknown[]): string => ask(JSON.stringify({say, objects: []}));
`;

const honest = `
const isSound = (): boolean => {
  const log = new RaftLog();
  log.append({term: 1, command: 'x'});
  return log.lastIndex === 1;
};
`;

/** Everything in reach of a test that might name the log, in one failure after another. */
export const PRIES = `${HEAD}${ESCAPE}
const told: string[] = [];
const walked = new Set<unknown>();
function walk(value: unknown, depth: number): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    told.push(String(value));
    return;
  }
  if (walked.has(value) || depth > 4 || walked.size > 3000) return;
  walked.add(value);
  if (typeof value === 'function') told.push(Function.prototype.toString.call(value));
  for (const key of Reflect.ownKeys(value)) {
    const property = Reflect.getOwnPropertyDescriptor(value, key)!;
    told.push(String(key));
    for (const part of [property.value, property.get, property.set] as unknown[]) {
      walk(part, depth + 1);
    }
  }
  walk(Reflect.getPrototypeOf(value), depth + 1);
}
function stackOf(work: () => unknown): string {
  const own = Error.prepareStackTrace;
  let sites: NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_error, given) => { sites = given; return 'x'; };
  try {
    work();
  } catch (error) {
    void (error as Error).stack;
  }
  Error.prepareStackTrace = own;
  return sites.map(site => [
    site.getFileName(), site.getLineNumber(), site.getFunctionName(), site.getTypeName(),
    String(site.getFunction()).slice(0, 100),
  ].join()).join(';');
}
const log = new RaftLog();
walk(RaftLog, 0);
walk(log, 0);
walk(log.entriesFrom(1), 0);
walk(require('#solution/log'), 0);
told.push(stackOf(() => log.termAt(-1)));
told.push(stackOf(() => log.append(null as never)));
told.push(JSON.stringify(realProcess.argv), JSON.stringify(realProcess.env), realProcess.title);
told.push(Object.keys((load('module') as {_cache: object})._cache).join());
told.push(fs.readdirSync('/proc/self/fd').length + ' files open');
told.push(fs.readFileSync('/proc/self/cmdline', 'utf8'));
const text = told.join('\\n').replaceAll(/\\b\\d{3,}\\b/g, 'n');
it('has a text', () => {
  throw new Error(text.length + ' ' + String(/variants|SoundLog|as-text/.test(text)));
});
it('has a digest', () => {
  throw new Error((load('crypto') as typeof import('node:crypto'))
    .createHash('sha1').update(text).digest('hex'));
});
`;

/** The last question of several. */
const LAST = /(question|ask)\((?!.*(question|ask)\()/s;

/** Speaks to whoever serves the log by itself, and asks for what is not served. */
export const ASKS_FOR_MORE: Readonly<Record<string, string>> = Object.fromEntries(Object.entries({
  'its insides': 'question("make", []); question("get", 0, "kept")',
  'its constructor': 'question("make", []); question("call", 0, "constructor", [])',
  'its prototype': 'question("make", []); question("get", 0, "__proto__")',
  'another object': 'question("call", 7, "append", [])',
  'what was never handed over': 'question("look", 123)',
  'a change of what was never handed over': 'question("change", 5, ["put", "x", 1])',
  'no JSON': 'ask("{")',
  'no question': 'ask("[]")',
  'an answer': 'question("value", 1)',
  'too much at once': 'ask("x".repeat(9_000_000))',
  'a log of objects that are none': 'question("make", []); ' +
    'question("call", 0, "append", [["mine", 3]])',
  'an object that changes its mind': `question("make", []);
    ask(JSON.stringify({say: ["call", 0, "append", [["mine", 0]]], objects: [
      {id: 0, kind: "object", closed: true, fields: [["term", 1, 2], ["command", 2, 2]]}]}));
    ask(JSON.stringify({say: ["call", 0, "append", [["mine", 0]]], objects: [
      {id: 0, kind: "object", fields: [["term", 5], ["command", 2]]}]}))`,
  'two things': 'fs.writeSync(3, "{}\\n{}\\n"); ask("{}")',
}).map(([name, work]) => [name, `${HEAD}${ESCAPE}${ASKS}
it('asks for more', () => {
  const answer = (() => { ${work.replace(LAST, 'return $1(')}; })();
  throw new Error('was told ' + String(answer));
});
`]));

/** Tests that win nothing. */
export const USELESS: Readonly<Record<string, string>> = {
  'pass always': `${HEAD}it('passes', () => { expect(1).to.equal(1); });`,
  'fail always': `${HEAD}it('fails', () => { expect(1).to.equal(2); });`,
  'end their process': `${HEAD}${ESCAPE}it('ends', () => { realProcess.exit(0); });`,
  'kill their process': `${HEAD}${ESCAPE}
it('ends', () => { realProcess.kill(realProcess.pid, 'SIGKILL'); });`,
  'never end': `${HEAD}it('loops', () => { for (;;) if (new Date(0).getTime() === 1) break; });`,
  'ask for ever': `${HEAD}
it('loops', () => { const log = new RaftLog(); while (log.lastIndex < 1); });`,
  'ask for ever and catch it': `${HEAD}it('loops', () => {
  for (let times = 0; times < 30_000; times++) {
    try { void new RaftLog().lastIndex; } catch { /* goes on */ }
  }
});`,
  'hand over ever more': `${HEAD}it('fills', () => {
  const log = new RaftLog();
  for (;;) log.append({term: 1, command: 'x'.repeat(1_000_000)});
});`,
  'wait for ever': `${HEAD}it('waits', () => new Promise(() => undefined));`,
  'answer for themselves': `${HEAD}${ESCAPE}
it('answers', () => {
  fs.writeSync(1, JSON.stringify([[{kind: 'result', callId: 0, value: '[]'}]]) + '\\n');
  realProcess.exit(0);
});`,
  'say nonsense': `${HEAD}${ESCAPE}
it('answers', () => {
  const value = JSON.stringify([{title: 7, passed: 'yes'}]);
  fs.writeSync(1, JSON.stringify([[{kind: 'result', callId: 0, value}]]) + '\\n');
  for (;;) { /* stays */ }
});`,
};

/** Fails in every second run, whichever log it is: a file remembers. */
export function failsNowAndThen(memory: string, {asks}: {readonly asks: boolean}): string {
  return `${HEAD}${ESCAPE}${honest}
it('counts its runs', () => {
  const memory = ${JSON.stringify(memory)};
  const runs = fs.existsSync(memory) ? fs.readFileSync(memory).length : 0;
  fs.writeFileSync(memory, 'x'.repeat(runs + 1));
  ${asks ? 'expect(isSound()).to.equal(true);' : ''}
  expect(runs % 2).to.equal(0);
});
`;
}

/** Changes what the kit and chai are made of, and tests nothing. */
export const PATCHES = `${HEAD}${ESCAPE}${honest}
const everything = outside as never as Record<string, {prototype: Record<string, unknown>}>;
outside.JSON.stringify = (() => '[]') as never;
Object.defineProperty(Object.prototype, 'passed', {value: true, configurable: true});
everything['Map']!.prototype['get'] = () => undefined;
everything['Array']!.prototype['push'] = () => 0;
(expect as never as {fail: unknown}).fail = () => undefined;
it('is patched', () => { expect(isSound()).to.equal(true); });
`;
