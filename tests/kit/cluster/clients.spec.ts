/**
 * Clients in scenarios: what is recorded of them, and what becomes of those that break the rules.
 *
 * Read next: ../../../harness/cluster/clients.ts.
 */
import {expect} from 'chai';
import {AnswerCheck} from '../../../harness/cluster/answer-check';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {KvMessage, KvOutcome} from '../../../harness/raft/kv-messages';
import type {ScenarioOptions, Scene} from '../../../harness/scenario/definition';
import type {Outcome} from '../../../harness/scenario/outcome';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import type {Subject} from '../../../harness/scenario/subject';
import {LabFailure} from '../../../harness/world/lab-failure';
import {layOver} from '../mutants/lay-over';

const get = {op: 'get', key: 'x'} as const;
const append = {op: 'append', key: 'x', value: 'a'} as const;

describe('clients in a scenario', () => {
  const host = new InProcessHost();
  after(() => host.close());

  async function run(
    body: (scene: Scene) => Promise<void>,
    {subject = findSubject('reference'), ...more}: Partial<ScenarioOptions> & {
      readonly subject?: Subject;
    } = {},
  ): Promise<Outcome> {
    const options = {points: 1, servers: 3, clients: 2, ...more};
    const {outcome} = await runSeed({
      lab: 7, labName: 'kv', section: '§8', group: 'any', title: 'any', name: 'any', points: 1,
      seeds: [1], body, options,
    }, {host, seed: 1, subject});
    return outcome;
  }

  const claimOf = ({failure}: Outcome): string => failure?.parts.claim ?? 'nothing failed';

  it('are answered, one after the other and all at once', async () => {
    const told: (KvOutcome | undefined)[] = [];
    const outcome = await run(async ({clients}) => {
      told.push(await clients.append('C1', 'x', 'ab'));
      told.push(await clients.compareAndSet('C2', 'x', {expected: 'ab', value: 'c'}));
      await clients.each({times: 3}, () => append);
      told.push(await clients.get('C1', 'x'), await clients.delete('C2', 'x'));
      await clients.set('C1', 'x', 'd');
    });
    expect(claimOf(outcome)).to.equal('nothing failed');
    expect(told).to.deep.equal([2, true, 'caaaaaa', true]);
  });

  it('have one history, which must have an order; what servers had applied is told', async () => {
    const {failure} = await run(async ({clients, world}) => {
      await clients.append('C1', 'x', 'a');
      const id = clients.history.invoked('nobody', get, world.nowMs);
      clients.history.returned(id, 'b', world.nowMs);
      await clients.append('C1', 'x', 'a');
    });
    expect(failure?.parts.kind).to.equal('safety');
    expect(failure?.parts.claim).to.match(/^Linearizability is broken: nobody's get "x"/);
    expect(failure?.parts.brokeAtMs).to.be.within(1, (failure?.atMs ?? 0) - 1);
    const servers = failure?.parts.facts?.filter(({who}) => who.startsWith('S')) ?? [];
    expect(servers.map(({who}) => who).join(' ').split(' ').sort())
      .to.deep.equal(['S1', 'S2', 'S3']);
    expect(servers.some(({what}) => what.includes('to "x" 2: append "a" to "x"'))).to.equal(true);
  });

  it('leave an operation open when they crash, which may have been done or not', async () => {
    for (const waitMs of [0, 5_000]) {
      const outcome = await run(async ({clients, cluster}) => {
        await clients.append('C2', 'x', 'a');
        const asked = clients.begin('C1', append);
        clients.crash('C1');
        expect([asked.isOver, asked.outcome]).to.deep.equal([true, undefined]);
        await cluster.runFor(waitMs);
        await clients.get('C2', 'x');
        await clients.restart('C1');
        await clients.append('C1', 'x', 'b');
      });
      expect(claimOf(outcome)).to.equal('nothing failed');
    }
  });

  it('that are not answered in time are named, with what they asked for', async () => {
    const outcome = await run(async ({clients, cluster}) => {
      cluster.isolate(...cluster.servers);
      clients.begin('C2', get);
      await clients.perform('C1', append, {withinMs: 700});
    });
    expect(claimOf(outcome)).to.equal(
      'No answer to C1, which asked for append "a" to "x", within 700ms of virtual time.');
  });

  it('can be kept from some servers', async () => {
    const outcome = await run(async ({clients, cluster}) => {
      const leader = await cluster.checkOneLeader();
      clients.connect('C1', ...cluster.others(leader));
      await clients.perform('C1', append, {withinMs: 2_000});
    });
    expect(claimOf(outcome)).to.match(/^No answer to C1/);
  });

  it('run the subject, or the reference where the scenario says so', async () => {
    const broken = (file: string): Subject => {
      const find = file === 'kv-client.ts' ? 'receive(from: ServerId, results: KvResults): void {'
        : 'leadershipEnded(): void {';
      const edits = [{find, replace: `${find} throw new Error('mine');`}];
      return layOver({
        id: `cast-${file}`, lab: 7, file, edits, mistake: '', caughtBy: [], says: /mine/,
      });
    };
    const body = async ({clients, cluster}: Scene): Promise<void> => {
      await clients.append('C1', 'x', 'a');
      cluster.isolate(await cluster.checkOneLeader());
      await clients.append('C1', 'x', 'a');
      cluster.heal();
      await cluster.runFor(500);
    };
    const roles = [['kv-client.ts', 'clients'], ['kv-server.ts', 'servers']] as const;
    for (const [file, role] of roles) {
      expect(claimOf(await run(body, {subject: broken(file)}))).to.match(/threw Error: mine/);
      const mixed = await run(body, {subject: broken(file), reference: role});
      expect(claimOf(mixed), role).to.equal('nothing failed');
    }
  });
});

describe('an answer on its way to a client', () => {
  const request: KvMessage = {type: 'KvRequest', clientId: 'a', serial: 2, operation: append};
  const answer = (outcome: KvOutcome, serial = 2, clientId = 'a'): KvMessage =>
    ({type: 'KvResults', clientId, serial, ok: true, outcome});

  function claimFor(message: KvMessage): string {
    const check = new AnswerCheck(['C1'], ['S1', 'S2'], () => 5);
    check.observe('C1', 'S1', JSON.stringify(request));
    try {
      check.observe('S2', 'C1', JSON.stringify(message));
    } catch (error) {
      if (error instanceof LabFailure) return error.parts.claim;
      throw error;
    }
    return 'nothing failed';
  }

  it('has an outcome of its operation', () => {
    expect(claimFor(answer(1))).to.equal('nothing failed');
    expect(claimFor({...request, ...answer(1), ok: false, leaderHint: null} as KvMessage))
      .to.equal('nothing failed');
    expect(claimFor(answer('a'))).to.equal(
      'S2 answered C1\'s append with "a" — its outcome is the length of the value afterwards.');
    expect(claimFor(answer(null))).to.match(/^S2 answered C1's append with null/);
  });

  it('may be anything, if it answers an earlier question or a former life', () => {
    expect(claimFor(answer(null, 1))).to.equal('nothing failed');
    expect(claimFor(answer(null, 2, 'b'))).to.equal('nothing failed');
  });
});
