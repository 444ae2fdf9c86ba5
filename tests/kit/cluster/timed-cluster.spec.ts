/**
 * `one`, `wait` and a second world, on the reference's servers of lab 6; and what failures say.
 *
 * Read next: ../../../harness/cluster/README.md, which states the rules.
 */
import {expect} from 'chai';
import {selfTalk} from '../../../harness/cluster/self-talk';
import type {ServerView} from '../../../harness/cluster/server-view';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {Host} from '../../../harness/host/box';
import type {ScenarioOptions, Scene} from '../../../harness/scenario/definition';
import {runSeed} from '../../../harness/scenario/run';
import type {SeedRun} from '../../../harness/scenario/run';
import type {RaftMessage} from '../../../harness/raft/messages';
import {findSubject} from '../../../harness/scenario/subject';
import type {FailureParts} from '../../../harness/world/lab-failure';

describe('a cluster with clocks', () => {
  const host: Host = new InProcessHost();
  after(() => host.close());

  function run(
    body: (scene: Scene) => Promise<void>, options: Partial<ScenarioOptions> = {},
  ): Promise<SeedRun> {
    return runSeed({
      lab: 6, labName: 'any', section: '§5', group: 'any', title: 'any', name: 'any', points: 1,
      seeds: [1], options: {points: 1, servers: 3, ...options}, body,
    }, {host, seed: 1, subject: findSubject('reference')});
  }

  /** What a body ends in: the failure it must have. */
  async function failureOf(
    body: (scene: Scene) => Promise<void>, options?: Partial<ScenarioOptions>,
  ): Promise<FailureParts> {
    const {outcome} = await run(body, options);
    const {failure} = outcome;
    if (failure === undefined) throw new Error('nothing failed');
    return failure.parts;
  }

  async function passes(
    body: (scene: Scene) => Promise<void>, options?: Partial<ScenarioOptions>,
  ): Promise<void> {
    const {outcome} = await run(body, options);
    expect(outcome.failure?.parts).to.equal(undefined);
  }

  it('one returns the index at which enough servers have applied the command', async () => {
    await passes(async ({cluster}) => {
      const index = await cluster.one('x', {servers: 3});
      expect(cluster.nCommitted(index)).to.deep.equal({count: 3, command: 'x'});
      expect(await cluster.one('y', {servers: 2})).to.equal(index + 1);
    });
  });

  it('one submits again what was lost with its leader, unless it may not', async () => {
    const losesIt = (retry: boolean) => async ({cluster}: Scene): Promise<void> => {
      const leader = await cluster.checkOneLeader();
      for (const other of cluster.others(leader)) cluster.cutOneWay(leader, other);
      await cluster.one('x', {servers: 2, retry});
    };
    await passes(losesIt(true));
    const {claim, facts = []} = await failureOf(losesIt(false));
    expect(claim).to.equal('No agreement on "x" among 2 servers within 2000ms of virtual time.');
    expect(facts.map(({who}) => who)).to.deep.equal(['S1', 'S2', 'S3']);
    expect(facts[0]?.what).to.match(/^\w+ of term \d+.*; (never )?stood.*; heard .*; applied \d+/);
  });

  it('one and checkOneLeader give up after some election timeouts, and ask why', async () => {
    const alone = async ({cluster}: Scene): Promise<void> => {
      cluster.crash('S2', 'S3');
      await cluster.one('x', {servers: 1});
    };
    expect((await failureOf(alone)).claim).to.match(/within 10000ms of virtual time/);
    const quick = {heartbeatIntervalMs: 20, electionTimeoutMs: 100};
    expect((await failureOf(alone, {settings: quick})).claim).to.match(/within 2000ms/);

    const parts = await failureOf(async ({cluster}) => {
      cluster.crash('S2', 'S3');
      await cluster.checkOneLeader();
    });
    expect(parts.claim).to.equal('No leader among S1 within 5000ms of virtual time.');
    expect(parts.functions).to.include('timing.electionTimerReset');
    expect(parts.facts?.[1]).to.deep.equal({who: 'S2', what: 'crashed'});
  });

  it('wait returns the command of an index, and null once its term is over', async () => {
    await passes(async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      const {index, term} = await cluster.submit(leader, 'x');
      expect(await cluster.wait(index, {servers: 3, term})).to.deep.equal({command: 'x'});

      const never = index + 5;
      cluster.isolate(leader);
      expect(await cluster.wait(never, {servers: 1, term})).to.equal(null);
    });
    const {claim} = await failureOf(({cluster}) => cluster.wait(9, {servers: 1}).then(() => {}));
    expect(claim).to.equal('No index 9 applied by 1 servers within 30000ms of virtual time.');
  });

  it('again is the same world until something is done differently', async () => {
    const seen: string[] = [];
    await passes(async ({cluster, again}) => {
      const leader = await cluster.checkOneLeader();
      seen.push(`${leader} ${cluster.nowMs}`);
      await again(async ({cluster: same}) => {
        seen.push(`${await same.checkOneLeader()} ${same.nowMs}`);
      });
      await again(async ({cluster: same}) => {
        same.crash(leader);
        seen.push(`${await same.checkOneLeader()}`);
      });
      expect(cluster.view(leader).state.role).to.equal('leader');
    });
    expect(seen[1]).to.equal(seen[0]);
    expect(seen[2]).to.not.equal(seen[0]?.slice(0, 2));
  });

  it('again has the checks and the end of a scenario, and is shown if it fails', async () => {
    const {outcome, trace} = await run(async ({cluster, again}) => {
      await cluster.runFor(100);
      await again(async ({cluster: same}) => {
        await same.one('x', {servers: 3});
        same.expectLog('S1', '9 9');
      });
    });
    expect(outcome.failure?.parts.claim).to.match(/^S1 has log \(terms\) .* — it must be 9 9\.$/);
    expect(outcome.failure?.trace).to.equal(trace);
    const acts = trace.steps.flatMap(step => step.kind === 'act' ? [step.text] : []);
    expect(acts.at(-1)).to.match(/^submit "x" to S\d$/);
  });

  it('messages that multiply end the world soon', async () => {
    const {claim, facts} = await failureOf(async ({cluster}) => {
      const leader = await cluster.checkOneLeader();
      await cluster.runFor(200);
      for (let n = 0; n < 5_001; n++) await cluster.replicate(leader);
    });
    expect(claim).to.equal(
      'Too many messages: 10001, at most 10000 allowed for 100ms of virtual time.');
    expect(facts).to.have.length.of.at.least(1);
  });

  it('a server that sends to itself is told so', () => {
    const view = {id: 'S1'} as ServerView;
    const vote: RaftMessage = {type: 'RequestVoteResults', term: 1, voteGranted: true};
    expect(() => selfTalk.sent?.(view, 'S2', vote, 3)).not.to.throw();
    expect(() => selfTalk.sent?.(view, 'S1', vote, 3))
      .to.throw(/^S1 sent RequestVoteResults to itself — /);
  });
});
