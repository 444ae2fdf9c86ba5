/**
 * A client alone: whom it asks, what it takes for an answer, and that it never gives up.
 *
 * Paper: §8.
 */
import type {KvOperation, KvOutcome} from '../../harness/raft/kv-messages';
import {LabFailure, lab, scenario, section, table} from '../../harness/scenario';
import type {Row, Scene} from '../../harness/scenario';
import {
  ASKS_ON, FOLLOWS_HINTS, LATE_IS_GOOD, NO_FLOOD, OF_ANOTHER, OWN_ID, SAME_NUMBER, STAYS,
} from './c-because';
import {append, compareAndSet, expectOutcome, get, inWords, remove, set} from './c-operations';
import {PlayedServers} from './c-played-servers';
import type {Heard} from './c-played-servers';

const TIMEOUT_MS = 200;
const ONE = {
  servers: 3, serversPlayed: true, clients: 1, requestTimeoutMs: TIMEOUT_MS,
} as const;
const REFUSED = {ok: false, leaderHint: null} as const;

interface OutcomeRow extends Row {
  readonly operation: KvOperation;
  readonly outcome: KvOutcome;
}

const OUTCOMES: readonly OutcomeRow[] = [
  {because: 'null is an absent key', operation: get('x'), outcome: null},
  {because: 'an empty value is no absent key', operation: get('x'), outcome: ''},
  {because: 'a value is text', operation: get('x'), outcome: '0'},
  {because: 'a set has no outcome', operation: set('x', ''), outcome: null},
  {because: 'the key was there', operation: remove(''), outcome: true},
  {because: 'false is an answer', operation: remove('x'), outcome: false},
  {because: '0 is an answer', operation: append('x', ''), outcome: 0},
  {because: 'a length', operation: append('__proto__', 'ab'), outcome: 5},
  {
    because: 'not as expected', outcome: false,
    operation: compareAndSet('x', {expected: '', value: 'a'}),
  },
  {
    because: 'it was absent, as expected', outcome: true,
    operation: compareAndSet('x', {expected: null, value: 'a'}),
  },
];

lab('7c', 'service', () => {
  section('§8', 'a client alone', () => {
    table('a client asks what it was asked for, and hands on the outcome', {
      ...ONE, name: 'outcomes', points: 0.2,
    }, OUTCOMES, async (scene, {operation, outcome}) => {
      const servers = new PlayedServers(scene);
      const asked = scene.clients.begin('C1', operation);
      const heard = await servers.next({withinMs: 1_000, because: ASKS_ON});
      expectSame(scene, heard, 'operation', operation, heard.request.operation);

      servers.answer(heard, {ok: true, outcome});
      await scene.clients.finish({}, [asked]);
      const found = asked.outcome ?? null;
      expectOutcome({who: 'C1', operation, outcome: found, atMs: heard.atMs}, outcome, SAME_NUMBER);
    });

    scenario('a client that hears nothing asks every server in turn, again and again', {
      ...ONE, servers: 5, points: 0.1, name: 'hears-nothing',
    }, async scene => {
      const servers = new PlayedServers(scene);
      scene.clients.begin('C1', append('x', 'a'));

      for (const server of [...scene.cluster.servers, ...scene.cluster.servers].reverse()) {
        await servers.next({to: server, withinMs: 15 * TIMEOUT_MS, because: ASKS_ON});
      }
      expectOneQuestion(scene, servers);
    });

    scenario('a refusal is no end: the client asks on, the same question', {
      ...ONE, points: 0.1, name: 'refused',
    }, async scene => {
      const servers = new PlayedServers(scene);
      const asked = scene.clients.begin('C1', append('x', 'a'));
      servers.always = ({to}) => to === 'S3' && servers.heard.length > 6
        ? {ok: true, outcome: 1} : REFUSED;

      await scene.clients.finish({withinMs: 5_000}, [asked]);
      expectOneQuestion(scene, servers);
    });

    scenario('every operation has the next number', {
      ...ONE, points: 0.1, name: 'next-number',
    }, async scene => {
      const servers = new PlayedServers(scene);
      for (const [n, operation] of [append('x', 'a'), get('x'), set('x', 'b')].entries()) {
        const asked = scene.clients.begin('C1', operation);
        const heard = await servers.next({withinMs: 1_000, because: ASKS_ON});
        expectSame(scene, heard, 'serial', n + 1, heard.request.serial);
        servers.answer(heard, {ok: true, outcome: n === 0 ? 1 : null});
        await scene.clients.finish({}, [asked]);
      }
    });

    scenario('results of an operation that is over answer no other', {
      ...ONE, points: 0.1, name: 'over-is-over',
    }, async scene => {
      const servers = new PlayedServers(scene);
      scene.clients.begin('C1', get('x'));
      const first = await servers.next({withinMs: 1_000, because: ASKS_ON});
      servers.answer(first, {ok: true, outcome: 'old'});
      await scene.clients.finish();

      const asked = scene.clients.begin('C1', get('x'));
      const second = await servers.next({withinMs: 1_000, because: ASKS_ON});
      servers.answer(first, {ok: true, outcome: 'old'});
      servers.answer(first, REFUSED);
      await scene.cluster.runFor(20);
      servers.answer(second, {ok: true, outcome: 'new'});
      await scene.clients.finish();

      expectOutcome({
        who: 'C1', operation: get('x'), outcome: asked.outcome ?? null, atMs: scene.world.nowMs,
      }, 'new', OF_ANOTHER);
    });

    scenario('results for a former life of a client answer nothing', {
      ...ONE, points: 0.1, name: 'former-life',
    }, async scene => {
      const servers = new PlayedServers(scene);
      const {clients} = scene;
      clients.begin('C1', get('x'));
      const former = await servers.next({withinMs: 1_000, because: ASKS_ON});
      clients.crash('C1');
      await clients.restart('C1');

      const asked = clients.begin('C1', get('y'));
      const heard = await servers.next({withinMs: 1_000, because: ASKS_ON});
      servers.answer(former, {ok: true, outcome: 'of x'});
      await scene.cluster.runFor(20);
      servers.answer(heard, {ok: true, outcome: 'of y'});
      await clients.finish();

      expectOutcome({
        who: 'C1', operation: get('y'), outcome: asked.outcome ?? null, atMs: scene.world.nowMs,
      }, 'of y', OF_ANOTHER);
    });

    scenario('an answer is welcome, however late, and whoever was asked since', {
      ...ONE, points: 0.1, name: 'late-answer',
    }, async scene => {
      const servers = new PlayedServers(scene);
      const asked = scene.clients.begin('C1', get('x'));
      const first = await servers.next({withinMs: 1_000, because: ASKS_ON});
      await servers.next({withinMs: 5 * TIMEOUT_MS, because: ASKS_ON});

      servers.answer(first, {ok: true, outcome: 'a'});
      await scene.cluster.runFor(20);
      if (asked.isOver) return;
      throw new LabFailure({
        kind: 'contract',
        claim: 'C1 ignored an answer that came after it had asked another server — it is the ' +
          'answer to its question.',
        facts: [{who: first.to, what: 'answered #1', atMs: scene.world.nowMs}],
        why: LATE_IS_GOOD,
      });
    });
  });

  section('§8', 'finding the leader', () => {
    scenario('a client goes where a refusal points, and on from there', {
      ...ONE, servers: 5, points: 0.15, name: 'follows-hints',
    }, async scene => {
      const servers = new PlayedServers(scene);
      scene.clients.begin('C1', append('x', 'a'));
      const first = await servers.next({withinMs: 1_000, because: ASKS_ON});
      const path = [...scene.cluster.others(first.to)].reverse().slice(0, 3);

      let heard = first;
      for (const server of path) {
        servers.answer(heard, {ok: false, leaderHint: server});
        heard = await servers.next({withinMs: TIMEOUT_MS, because: FOLLOWS_HINTS});
        expectSame(scene, heard, 'server', server, heard.to);
      }
      // The last one is down: it takes a timeout to find out, and then somebody else is asked.
      const other = await servers.next({withinMs: 3 * TIMEOUT_MS, because: ASKS_ON});
      if (other.to === heard.to) {
        await servers.next({to: first.to, withinMs: 3_000, because: ASKS_ON});
      }
      expectOneQuestion(scene, servers);
    });

    scenario('a client stays with the leader it has found', {
      ...ONE, points: 0.15, name: 'stays',
    }, async scene => {
      const servers = new PlayedServers(scene);
      servers.always = ({to}) => to === 'S3' ? {ok: true, outcome: null} : REFUSED;
      await scene.clients.set('C1', 'x', 'a');

      const before = servers.heard.length;
      for (const value of ['b', 'c', 'd']) await scene.clients.set('C1', 'x', value);
      const asked = servers.heard.slice(before);
      if (asked.every(({to}) => to === 'S3')) return;
      throw new LabFailure({
        kind: 'cost',
        claim: `Too many requests: ${asked.length}, at most 3 allowed for 3 operations.`,
        facts: asked.slice(0, 6).map(({client, to, request, atMs}) =>
          ({who: client, what: `asked ${to}, #${request.serial}`, atMs})),
        why: STAYS,
      });
    });

    scenario('a client does not flood servers that have no leader', {
      ...ONE, points: 0.1, name: 'no-flood',
    }, async scene => {
      const servers = new PlayedServers(scene);
      scene.clients.begin('C1', set('x', 'a'));
      servers.always = () => REFUSED;
      await scene.cluster.runFor(2_000);
      expectAtMost(scene, servers, 200);
    });

    scenario('servers that point at each other do not make a client run in circles', {
      ...ONE, points: 0.1, name: 'no-circles',
    }, async scene => {
      const servers = new PlayedServers(scene);
      scene.clients.begin('C1', set('x', 'a'));
      servers.always = ({to}) =>
        ({ok: false, leaderHint: to === 'S1' ? 'S2' : to === 'S2' ? 'S1' : 'S3'});
      await scene.cluster.runFor(2_000);
      expectAtMost(scene, servers, 400);
      await servers.next({to: 'S3', withinMs: 10 * TIMEOUT_MS, because: ASKS_ON});
    });

    scenario('no two clients, and no two lives of a client, have one clientId', {
      ...ONE, clients: 3, points: 0.1, name: 'own-ids',
    }, async scene => {
      const servers = new PlayedServers(scene);
      const {clients} = scene;
      for (let life = 0; life < 3; life++) {
        for (const client of clients.names) clients.begin(client, set('x', 'a'));
        await scene.cluster.runFor(10);
        clients.crash(...clients.names);
        await clients.restart(...clients.names);
      }
      expectOwnIds(servers);
    });
  });
});

/** All requests so far are one question of one client: the same number, the same operation. */
function expectOneQuestion(scene: Scene, servers: PlayedServers): void {
  const [first, ...others] = servers.heard;
  if (first === undefined) throw new Error('nobody has asked for anything');
  for (const heard of others) {
    for (const field of ['clientId', 'serial', 'operation'] as const) {
      expectSame(scene, heard, field, first.request[field], heard.request[field]);
    }
  }
}

function expectSame(
  _scene: Scene, {client, to, atMs}: Heard, what: string, wanted: unknown, found: unknown,
): void {
  if (JSON.stringify(wanted) === JSON.stringify(found)) return;
  const operation = what === 'operation' ? [wanted, found] as KvOperation[] : [];
  const [must, is] = operation.length > 0 ? operation.map(inWords)
    : [wanted, found].map(value => JSON.stringify(value));
  throw new LabFailure({
    kind: 'contract',
    claim: `${client} asked with ${what} ${is} — it must be ${must}.`,
    facts: [{who: client, what: `asked ${to} with ${what} ${is}`, atMs}],
    why: what === 'server' ? FOLLOWS_HINTS : SAME_NUMBER,
  });
}

function expectAtMost({world}: Scene, servers: PlayedServers, most: number): void {
  const {length} = servers.heard;
  if (length <= most) return;
  throw new LabFailure({
    kind: 'cost',
    claim: `Too many requests: ${length}, at most ${most} allowed for 1 operation in 2000ms.`,
    facts: [{who: 'C1', what: `has sent ${length} requests`, atMs: world.nowMs}],
    why: NO_FLOOD,
  });
}

function expectOwnIds({heard}: PlayedServers): void {
  const lives = new Map<string, Heard>();
  for (const one of heard) {
    const {clientId} = one.request;
    const other = lives.get(clientId);
    const isSameLife = other?.client === one.client && other.atMs === one.atMs;
    if (other === undefined) lives.set(clientId, one);
    if (other === undefined || isSameLife) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `${one.client} has the clientId ${JSON.stringify(clientId)}, as ` +
        `${other.client === one.client ? 'in its former life' : other.client} — no two have one.`,
      facts: [other, one].map(({client, atMs}) =>
        ({who: client, what: `asked as ${JSON.stringify(clientId)}`, atMs})),
      why: OWN_ID,
    });
  }
}
