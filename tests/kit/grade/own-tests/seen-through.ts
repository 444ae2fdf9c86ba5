/**
 * A text of students' tests that looks at a log from all sides and says what it saw.
 *
 * Whoever it is run by, and however far away the log is, it must say the same. It leaves out what
 * no border passes on: the text of functions, and prototypes.
 */
import {HEAD} from './both-ways';

export const LOOKS = `${HEAD}
import util from 'node:util';
import assert from 'node:assert';

const seen: string[] = [];
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return Object.is(value, -0) ? '-0' : typeof value === 'function' ? 'function' : String(value);
  }
  const names = Object.getOwnPropertyNames(value).map(name => {
    const {writable, enumerable, configurable} = Object.getOwnPropertyDescriptor(value, name)!;
    return name + Number(writable) + Number(enumerable) + Number(configurable);
  });
  return [
    Array.isArray(value) ? 'array' : Object.getPrototypeOf(value) === null ? 'bare' : 'object',
    Object.isFrozen(value), Object.isSealed(value), Object.isExtensible(value), names,
    value instanceof Object,
  ].join(' ');
}
/** Node.js says these of proxies and of other objects in different words. */
function inOwnWords(message: string): string {
  return /circular|proxy|extensible/.test(message) ? 'in words of the engine' : message;
}
function see(look: () => unknown): void {
  try {
    const value = look();
    seen.push(typeof value === 'string' ? value : shown(value));
  } catch (error) {
    seen.push(error instanceof Error ? [
      'threw', error.name, inOwnWords(error.message), error instanceof RangeError,
      error instanceof TypeError,
    ].join(' ') : 'threw ' + shown(error));
  }
}
const json = (look: () => unknown) => see(() => JSON.stringify(look()) ?? 'undefined');
const log = new RaftLog();

const odd = (): {command: unknown[]} | undefined => {
  try {
    return log.entryAt(-7) as never;
  } catch {
    return undefined;
  }
};

it('looks', () => {
  // Values of every kind, and refusals.
  for (const index of [0, 1, -1, -2, -3, -4, -5, -6, 1.5, NaN, Infinity, -0, 2 ** 60]) {
    see(() => log.termAt(index));
    json(() => log.entryAt(index));
  }
  for (const odd of ['1', null, undefined, {}, [], true, 1n, Symbol('index')] as never[]) {
    see(() => log.termAt(odd));
    see(() => log.entryAt(odd));
  }
  see(() => log.append(undefined as never));
  see(() => log.append({term: 0, command: 'x'}));
  // What is handed in, and changed afterwards.
  const inner = {list: [1, {deep: null as unknown}], '__proto__x': 1};
  const entry = {term: 1, command: inner as never};
  see(() => log.append(entry));
  json(() => entry);
  see(() => entry);
  json(() => log.entryAt(1));
  (inner.list[1] as {deep: unknown}).deep = 'changed';
  inner.list.push(3);
  delete (inner as Partial<typeof inner>)['__proto__x'];
  see(() => Reflect.set(entry, 'term', 5));
  json(() => log.entryAt(1));
  see(() => log.lastTerm);
  see(() => log.lastIndex);
  // Who is who.
  see(() => log.entryAt(1) === log.entryAt(1));
  see(() => log.entryAt(1) === entry);
  see(() => log.entryAt(1)?.command === inner);
  see(() => log.entriesFrom(1) === log.entriesFrom(1));
  // A request, changed afterwards, and held again.
  const request = [{term: 5, command: 'a'}, {term: 6, command: {b: [[]]}}] as LogEntry[];
  see(() => log.appendEntries(0, 0, request));
  json(() => request);
  see(() => request);
  request.push({term: 7, command: 'more'});
  see(() => log.lastIndex);
  json(() => log.entriesFrom(1));
  // What is handed out, from all sides.
  const out = log.entriesFrom(1);
  see(() => out);
  see(() => out[1]);
  see(() => out[1]?.command);
  see(() => util.isDeepStrictEqual(out.map(({term}) => term), [5, 6]));
  see(() => assert.deepStrictEqual(out.slice(0, 1), [{term: 5, command: 'a'}]));
  see(() => util.inspect(out));
  see(() => expect(out).to.have.length(2));
  see(() => expect(out).to.deep.equal([{term: 5, command: 'b'}]));
  see(() => expect(out).to.deep.include({term: 5, command: 'a'}));
  see(() => expect(out[0]).to.be.frozen);
  json(() => structuredClone(out));
  json(() => [...out, ...out.values()].map(each => Object.entries(each)));
  // Changes to what was handed out, of every kind.
  see(() => Reflect.set(out[0]!, 'term', 50));
  see(() => Reflect.set(out[1]!, 'command', 'changed'));
  see(() => Reflect.deleteProperty(out[0]!, 'command'));
  see(() => Reflect.defineProperty(out[0]!, 'x', {value: inner, enumerable: true}));
  see(() => Reflect.getOwnPropertyDescriptor(out[0], 'x')?.value === inner);
  see(() => out.push({term: 9, command: 'pushed'}));
  see(() => out.sort((a, b) => b.term - a.term).length);
  see(() => out.length = 1);
  see(() => log.lastIndex);
  see(() => log.lastTerm);
  json(() => log.entriesFrom(1));
  json(() => log.entryAt(1));
  see(() => log.entryAt(1));
  see(() => Object.isFrozen(Object.freeze(out)));
  see(() => log.append({term: 60, command: 'last'}));
  see(() => Object.isFrozen(log.entriesFrom(1)));
  const loop = odd();
  see(() => loop?.command[0] === loop);
  see(() => loop?.command);
  see(() => loop?.command[3]);
  see(() => 2 in (loop?.command ?? []));
  // The class itself.
  see(() => log instanceof RaftLog);
  see(() => RaftLog.name + typeof RaftLog + typeof log.append + typeof log.nothing);
  see(() => Reflect.set(log, 'lastIndex', 99));
  see(() => log.lastIndex);
  see(() => log.lastIncludedIndex);
  see(() => Reflect.set(log, 'lastIncludedTerm', 0));
});
// A failure says no more than a few lines.
for (let from = 0; from < 160; from += 5) {
  it('says from ' + from, () => { throw new Error(seen.slice(from, from + 5).join('\\n')); });
}
`.replaceAll('log.nothing', '(log as never as {nothing: unknown}).nothing');
