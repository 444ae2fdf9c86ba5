/** What a server may use, and what each of the other things is answered with. */
import {expect} from 'chai';
import type {Host} from '../../../harness/host/box';
import type {Json} from '../../../harness/host/json';
import {StudentBoxes} from './student-boxes';
import {Hosts} from './three-hosts';

interface Allowed {
  readonly what: string;
  readonly text: string;
  /** What `run` answers after 100 ms. */
  readonly gives: Json;
}

const ALLOWED: readonly Allowed[] = [
  {what: 'node:events', gives: 7,
    text: `import {EventEmitter} from 'node:events';
      export const run = () => { let n = 0; const e = new EventEmitter(); e.on('a', v => n = v); e.emit('a', 7); return n; };`},
  {what: 'events without node:', gives: 'function',
    text: `import {EventEmitter} from 'events'; export const run = () => typeof EventEmitter;`},
  {what: 'node:assert', gives: 'AssertionError',
    text: `import assert from 'node:assert'; export const run = () => { try { assert.equal(1, 2); } catch (e) { return e.name; } };`},
  {what: 'node:util', gives: '1 and 2',
    text: `import {format} from 'node:util'; export const run = () => format('%d and %d', 1, 2);`},
  {what: 'node:buffer', gives: 2,
    text: `import {Buffer} from 'node:buffer'; export const run = () => Buffer.from('é').length;`},
  {what: 'node:timers/promises', gives: [30, 'late', 50, 50],
    text: `import {setTimeout as sleep, setImmediate as soon, setInterval as every} from 'node:timers/promises';
      export const run = async () => {
        const word = await sleep(30, 'late'); const at = Date.now();
        for await (const _ of every(10)) if (Date.now() >= 50) break;
        const then = Date.now(); await soon(); return [at, word, then, Date.now()];
      };`},
  {what: '#raft', gives: 'function',
    text: `import {todo} from '#raft'; export const run = () => typeof todo;`},
  {what: 'util.promisify of setTimeout', gives: 20,
    text: `import {promisify} from 'node:util';
      export const run = async () => { await promisify(setTimeout)(20); return Date.now(); };`},
  {what: 'setTimeout with arguments, and clearTimeout', gives: ['a', 25],
    text: `export const run = () => new Promise(done => {
      clearTimeout(setTimeout(() => done('wrong'), 5));
      setTimeout((...given) => done([...given, Date.now()]), 25, 'a'); });`},
  {what: 'setInterval and clearInterval', gives: [10, 20, 30],
    text: `export const run = () => new Promise(done => {
      const seen = []; const timer = setInterval(() => {
        seen.push(Date.now()); if (seen.length === 3) { clearInterval(timer); done(seen); } }, 10); });`},
  {what: 'setImmediate and clearImmediate, at once', gives: 0,
    text: `export const run = () => new Promise(done => {
      clearImmediate(setImmediate(() => done('wrong'))); setImmediate(() => done(Date.now())); });`},
  {what: 'refresh, ref, unref, hasRef', gives: [false, true, 40],
    text: `export const run = () => new Promise(done => {
      const timer = setTimeout(() => done([a, b, Date.now()]), 30);
      const a = timer.unref().hasRef(), b = timer.ref().hasRef();
      setTimeout(() => timer.refresh(), 10); });`},
  {what: 'timers by their number, counted for this server alone', gives: [1, 2],
    text: `export const run = () => { const a = +setTimeout(() => 0, 5), b = Number(setTimeout(() => { throw new Error('not cleared'); }, 5));
      clearTimeout(b); return [a, b]; };`},
  {what: 'clearing what is no timer', gives: 'fine',
    text: `export const run = () => { setTimeout(() => 0, 1);
      for (const odd of [undefined, null, 0, 5, 'x', {}, NaN]) { clearTimeout(odd); clearInterval(odd); clearImmediate(odd); }
      return 'fine'; };`},
  {what: 'queueMicrotask and promises', gives: ['sync', 'micro'],
    text: `export const run = async () => { const seen = []; queueMicrotask(() => seen.push('micro')); seen.push('sync'); await null; return seen; };`},
  {what: 'Date in all its forms', gives: [0, true, true, 'string', '1970-01-01T00:00:00.000Z', 0],
    text: `export const run = () => [Date.now(), new Date() instanceof Date, new Date(0).constructor === Date, typeof Date(), new Date().toISOString(), Date.UTC(1970, 0)];`},
  {what: 'Math, its own', gives: [3, true],
    text: `export const run = () => [Math.max(1, 3), Math.random() < 1];`},
  {what: 'crypto.randomUUID', gives: true,
    text: `export const run = () => /^[0-9a-f-]{36}$/.test(crypto.randomUUID());`},
  {what: 'structuredClone, TextEncoder, TextDecoder, Buffer', gives: [{a: 1}, 'é', 'w6k='],
    text: `export const run = () => [structuredClone({a: 1}), new TextDecoder().decode(new TextEncoder().encode('é')), Buffer.from('é').toString('base64')];`},
  {what: 'globalThis, also for what is its own', gives: [true, true, 5],
    text: `export const run = () => { globalThis.own = 5; return [globalThis.setTimeout === setTimeout, globalThis.Map === Map, globalThis.own]; };`},
  {what: 'names of forbidden globals for its own things', gives: ['own', 4, 'S1'],
    text: `class Event { name = 'own'; } const performance = 4; function fetch(from) { return from; }
      export const run = context => [new Event().name, performance, fetch(context.self)];`},
];

const PRINTED = `
  export const run = () => {
    console.log('%s has %d votes', 'S1', 2, {of: ['S1', 'S2']});
    console.error(new Error('seen'));
    console.table([1]); console.group('a'); console.time('t'); console.assert(1 > 2, 'no'); console.debug('x'.repeat(5000));
  };
`;

interface Refused {
  readonly what: string;
  /** Line 2 of the file. */
  readonly line: string;
  readonly says: string;
}

const REFUSED: readonly Refused[] = [
  {what: 'process', line: 'process.exit(0);', says: 'uses `process` @ — a server has no process; what it must know is in server.settings.'},
  {what: 'globalThis.process', line: 'globalThis.process.pid;', says: 'uses `process` @ — a server has no process; what it must know is in server.settings.'},
  {what: 'global.fetch', line: "global.fetch('http://x');", says: 'uses `fetch` @ — a server talks to others only by messages.'},
  {what: 'fetch', line: "fetch('http://x');", says: 'uses `fetch` @ — a server talks to others only by messages.'},
  {what: 'WebSocket', line: "new WebSocket('ws://x');", says: 'uses `WebSocket` @ — a server talks to others only by messages.'},
  {what: 'Atomics', line: 'Atomics.wait;', says: 'uses `Atomics` @ — a server has one thread.'},
  {what: 'SharedArrayBuffer', line: 'new SharedArrayBuffer(4);', says: 'uses `SharedArrayBuffer` @ — a server has one thread.'},
  {what: 'WebAssembly', line: 'WebAssembly.Module;', says: 'uses `WebAssembly` @ — a server has the language, timers, Date and console, and no more.'},
  {what: 'Intl', line: 'new Intl.DateTimeFormat().format();', says: 'uses `Intl` @ — it knows the clock and the language of the machine; use Date.'},
  {what: 'WeakRef', line: 'new WeakRef({});', says: 'uses `WeakRef` @ — no seed can repeat when garbage is collected.'},
  {what: 'FinalizationRegistry', line: 'new FinalizationRegistry(() => 0);', says: 'uses `FinalizationRegistry` @ — no seed can repeat when garbage is collected.'},
  {what: 'a change to a forbidden global', line: "Object.defineProperty(process, 'x', {value: 1});", says: 'uses `process` @ — a server has no process; what it must know is in server.settings.'},
  {what: 'eval', line: "eval('1');", says: 'uses `eval` @ — code that is made at run time cannot be checked.'},
  {what: 'eval by another name', line: 'const run = eval;', says: 'uses `eval` @ — code that is made at run time cannot be checked.'},
  {what: 'globalThis.eval', line: "globalThis.eval('1');", says: 'uses `eval` @ — code that is made at run time cannot be checked.'},
  {what: 'new Function', line: "new Function('return 1')();", says: 'uses `new Function` @ — code that is made at run time cannot be checked.'},
  {what: 'import()', line: "void import('node:fs');", says: 'uses `import()` @ — write an import at the top of the file.'},
  {what: 'AbortSignal.timeout', line: 'AbortSignal.timeout(1);', says: 'uses `AbortSignal` @ — use setTimeout, and clearTimeout to give up waiting.'},
  {what: 'node:fs', line: "import fs from 'node:fs'; fs.readFileSync('x');", says: "imports 'node:fs' @ — what a server must remember, it keeps on the disk it is given."},
  {what: 'fs/promises', line: "import {readFile} from 'fs/promises'; void readFile('x');", says: "imports 'fs/promises' @ — what a server must remember, it keeps on the disk it is given."},
  {what: 'timers', line: "require('timers');", says: "imports 'timers' @ — use the global setTimeout."},
  {what: 'a package', line: "import chai from 'chai'; chai.expect(1);", says: "imports 'chai' @ — a server has #raft, #solution/… and a few modules of Node.js, and no more."},
  {what: 'a name of Object.prototype', line: "require('constructor');", says: "imports 'constructor' @ — a server has #raft, #solution/… and a few modules of Node.js, and no more."},
  {what: 'a relative import', line: "import {observeTerm} from './terms'; observeTerm;", says: "imports './terms' @ — write '#solution/terms' instead."},
  {what: 'the kit itself', line: "require('../../harness/world/world.ts');", says: "imports '../../harness/world/world.ts' @ — write '#solution/world' instead."},
  {what: "a later lab's file", line: "import {Timing} from '#solution/timing'; new Timing();", says: "imports '#solution/timing' @ — there is no such file in this lab."},
];

/** Rows are written on one line each, whatever the width. */
function idOf(kind: string, what: string): string {
  return `${kind}-${what.replace(/\W+/g, '-')}`;
}

describe('a server', () => {
  const hosts = new Hosts();
  after(() => hosts.close());
  const both = (): readonly Host[] => [hosts.inProcess, hosts.process];

  for (const {what, text, gives} of ALLOWED) {
    it(`may use ${what}`, async () => {
      for (const host of both()) {
        const boxes = new StudentBoxes({host, id: idOf('allowed', what), text});
        const call = boxes.world.call('S1', 'run', []);
        await boxes.runFor(100);
        expect(call.value === undefined ? undefined : JSON.parse(call.value)).to.deep.equal(gives);
      }
    });
  }

  it('may print, which is shown with its own frames only', async () => {
    for (const host of both()) {
      const boxes = new StudentBoxes({host, id: 'allowed-printing', text: PRINTED});
      await boxes.call('S1', 'run');

      const [votes, error, ...others] = boxes.printedBy('S1');
      expect(votes).to.equal("S1 has 2 votes { of: [ 'S1', 'S2' ] }");
      expect(error).to.equal('Error: seen\n    at run (skeleton/student.ts:4)');
      expect(others.map(line => line.length)).to.deep.equal([5, 1, 19, 2_001]);
    }
  });

  for (const {what, line, says} of REFUSED) {
    it(`may not use ${what}, and is told where it does and what to do instead`, async () => {
      const text = `// '${what}' and 'timers' are named in a comment first.\n${line}\nexport {};\n`;
      for (const host of both()) {
        const boxes = new StudentBoxes({host, id: idOf('refused', what), text});
        const claim = await boxes.call('S1', 'run').then(() => 'nothing', (e: Error) => e.message);
        expect(claim).to.equal(`S1 ${says.replace('@', '(skeleton/student.ts:2)')}`);
      }
    });
  }
});
