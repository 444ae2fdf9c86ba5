/**
 * What a KvClient and a KvServer must not hand over, and how they are told.
 *
 * Read next: ../../../harness/raft/client-contract.ts, service-contract.ts.
 */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {runSeed} from '../../../harness/scenario/run';
import type {Subject} from '../../../harness/scenario/subject';
import {layOver} from '../mutants/lay-over';

interface Mistake {
  readonly what: string;
  readonly file: 'kv-client.ts' | 'kv-server.ts';
  /** What stands before the mistake in the reference, and the mistake. */
  readonly after: string;
  readonly code: string;
  readonly says: RegExp;
}

const GET = 'get(key: string): Promise<string | null> {';
const SET = 'set(key: string, value: string): Promise<void> {';
const ASK = 'private ask(server: ServerId): void {';
const HANDLE = 'handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): void {';
const rejected = 'a client keeps trying, so its promises are resolved or still open';

const MISTAKES: readonly Mistake[] = [
  {what: 'no promise', file: 'kv-client.ts', after: GET, code: 'if (key) return 3 as never;',
    says: /^C1 broke the contract: get .* returned 3: it returns a promise/},
  {what: 'a wrong outcome', file: 'kv-client.ts', after: GET,
    code: 'if (key) return Promise.resolve(true) as never;',
    says: /^C1 broke the contract: get .* resolved to true: it resolves to the value/},
  {what: 'something for a set', file: 'kv-client.ts', after: SET,
    code: 'if (key) return Promise.resolve(\'OK\') as never;',
    says: /^C1 broke the contract: set .* resolved to "OK": it resolves to nothing/},
  {what: 'a rejected promise', file: 'kv-client.ts', after: GET,
    code: 'if (key) return Promise.reject(new Error(\'no leader\'));',
    says: new RegExp(`get .* was rejected with Error: no leader: ${rejected}`)},
  {what: 'a mistake in a promise', file: 'kv-client.ts', after: GET,
    code: 'if (key) return Promise.reject(new TypeError(\'oops\'));',
    says: /^C1 left a promise rejected with TypeError: oops \(skeleton\/kv-client\.ts:\d+\)/},
  {what: 'a throw', file: 'kv-client.ts', after: GET,
    code: 'if (key) throw new RangeError(\'oops\');',
    says: /RangeError: oops \(skeleton\/kv-client\.ts:\d+\)/},
  {what: 'a message of no known type', file: 'kv-client.ts', after: ASK,
    code: 'this.side.send(server, {type: \'Get\'} as never);',
    says: /KvClient .* sent S1 {"type":"Get"}: a client sends messages of type 'KvRequest'/},
  {what: 'a serial below 1', file: 'kv-client.ts', after: ASK,
    code: 'this.side.send(server, {type: \'KvRequest\', ...this.open!.request, serial: 0});',
    says: /sent S1 .*: serial counts from 1/},
  {what: 'a request without a key', file: 'kv-client.ts', after: ASK,
    code: 'this.side.send(server, {' +
      'type: \'KvRequest\', ...this.open!.request, operation: {} as never});',
    says: /sent S1 .*: operation is a KvOperation/},
  {what: 'a message to nobody', file: 'kv-client.ts', after: ASK,
    code: 'this.side.send(\'S9\', {type: \'KvRequest\', ...this.open!.request});',
    says: /sent S9 .*: the servers are S1/},
  {what: 'no answer', file: 'kv-server.ts', after: HANDLE, code: 'respond(undefined as never);',
    says: /^S1 broke the contract: handleRequest .* answered undefined: an answer is \{ok: true/},
  {what: 'an outcome that is no outcome', file: 'kv-server.ts', after: HANDLE,
    code: 'respond({ok: true, outcome: {} as never});',
    says: /handleRequest .* answered \{"ok":true,"outcome":\{\}\}: an answer is/},
  {what: 'a hint to nobody', file: 'kv-server.ts', after: HANDLE,
    code: 'respond({ok: false, leaderHint: \'S9\'});',
    says: /handleRequest .* answered .*: leaderHint is the name of a server, or null/},
  {what: 'an outcome of another operation', file: 'kv-server.ts', after: HANDLE,
    code: 'respond({ok: true, outcome: 5});',
    says: /^S1 answered C1's get with 5 — its outcome is the value of the key/},
];

describe('the contract of a client and of its servers', () => {
  const host = new InProcessHost();
  after(() => host.close());

  async function claimFor(subject: Subject): Promise<string> {
    const {outcome} = await runSeed({
      lab: 7, labName: 'kv', section: '§8', group: 'any', title: 'any', name: 'any', points: 1,
      seeds: [1], options: {points: 1, servers: 1, clients: 1},
      body: async ({cluster, clients}) => {
        await cluster.checkOneLeader();
        await clients.get('C1', 'x');
        await clients.set('C1', 'x', 'a');
      },
    }, {host, seed: 1, subject});
    expect(outcome.failure?.parts.kind).to.equal('contract');
    return outcome.failure?.parts.claim ?? '';
  }

  for (const [n, {what, file, after: place, code, says}] of MISTAKES.entries()) {
    it(`is broken by ${what}`, async () => {
      const edits = [{find: place, replace: `${place} ${code}`}];
      const subject = layOver({
        id: `contract-${n}`, lab: 7, file, edits, mistake: what, caughtBy: [], says,
      });
      expect(await claimFor(subject)).to.match(says);
    });
  }
});
