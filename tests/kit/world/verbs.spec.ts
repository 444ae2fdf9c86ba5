/** The verbs of a cluster that make its world unkind, on the reference's servers of lab 5. */
import {expect} from 'chai';
import {InProcessHost} from '../../../harness/host/in-process-host';
import type {ScenarioOptions, Scene} from '../../../harness/scenario/definition';
import {runSeed} from '../../../harness/scenario/run';
import type {SeedRun} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import {LONG_REORDERING} from '../../../harness/world/network';

describe('a test', () => {
  const host = new InProcessHost();
  after(() => host.close());

  /** Three servers without a leader, and what the test does to them. */
  async function story(
    body: (scene: Scene) => Promise<void>, options: Partial<ScenarioOptions> = {}, seed = 1,
  ): Promise<SeedRun> {
    let broken: Error | undefined;
    const run = await runSeed({
      lab: 5, labName: 'any', section: '§5', group: 'any', title: 'any', name: 'any', points: 1,
      seeds: [seed], options: {points: 1, servers: 3, ...options},
      body: async scene => {
        try {
          await body(scene);
        } catch (error) {
          broken = error as Error;
          throw error;
        }
      },
    }, {host, seed, subject: findSubject('reference'), wholeTrace: true});
    if (broken !== undefined) throw broken;
    expect(run.outcome.failure?.parts).to.equal(undefined);
    return run;
  }

  const acts = ({trace}: SeedRun): readonly string[] =>
    trace.steps.flatMap(step => step.kind === 'act' ? [step.text] : []);

  it('lets clocks drift, from the start or later, and writes it into the trace', async () => {
    const shown: number[] = [];
    const run = await story(async ({cluster, world}) => {
      await cluster.runFor(100);
      cluster.driftClock('S2', {rate: 0.5});
      await cluster.runFor(100);
      shown.push(...cluster.servers.map(server => world.clockOf(server)));
      expect(cluster.view('S1').log).to.deep.equal([]);
    }, {initial: {S1: {clock: {rate: 2, aheadMs: 1_000}}}});

    expect(shown).to.deep.equal([1_400, 150, 200]);
    expect(acts(run)).to.deep.equal(['the clock of S2 runs at the rate 0.5']);
  });

  it('lets a server answer late, until it answers in time or the network is calm', async () => {
    const run = await story(async ({cluster}) => {
      await cluster.elect('S1');
      const matchOfS2 = async (ms: number): Promise<unknown> => {
        await cluster.submit('S1', 'x');
        await cluster.replicate('S1');
        await cluster.runFor(ms);
        return cluster.view('S1').state.matchIndex['S2'];
      };
      cluster.answerLate('S2', 7_000);
      expect([await matchOfS2(7_001), await matchOfS2(1)]).to.deep.equal([0, 1]);
      cluster.answerLate('S2', 0);
      expect(await matchOfS2(2)).to.equal(3);
      cluster.answerLate('S2', 7_000);
      cluster.calm();
      expect(await matchOfS2(2)).to.equal(4);
    });

    expect(acts(run)).to.include.members(['S2 answers 7000ms late', 'S2 answers in time']);
  });

  it('reorders results as the Go labs do, from the start or later', async () => {
    const talk = async ({cluster}: Scene): Promise<void> => {
      await cluster.appoint('S1', {term: 1});
      for (let n = 0; n < 20; n++) {
        await cluster.replicate('S1');
        await cluster.runFor(100);
      }
    };
    const fromTheStart = await story(talk, {conditions: LONG_REORDERING});
    const later = await story(async scene => {
      scene.cluster.reorderResults();
      await talk(scene);
    });
    for (const {trace} of [fromTheStart, later]) {
      const held = trace.steps.flatMap(step =>
        step.kind === 'fate' && step.fate === 'held back' ? [step.message] : []);
      expect(held).to.have.lengthOf.above(10);
      for (const message of held) expect(message).to.include('"AppendEntriesResults"');
    }
    expect(acts(later)[0]).to.equal('two results in three are held back');
  });

  it('lets disks write early, and every check still holds', async () => {
    const survivors: number[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      await story(async ({cluster, world}) => {
        world.observe({crashed: (_box, surviving) => { survivors.push(surviving); }});
        await cluster.elect('S1');
        await cluster.submit('S1', 'x');
        cluster.crashAfter('S2', effect => effect.kind === 'append');
        await cluster.replicateAndDeliver('S1');
        await cluster.restart('S2');
        await cluster.replicateAndDeliver('S1');
        cluster.expectCommands('S2', ['x']);
      }, {unsynced: 'a prefix may survive'}, seed);
    }

    expect(new Set(survivors)).to.deep.equal(new Set([0, 1]));
  });

  it('pauses servers: they are not connected, answer nothing, and catch up at once', async () => {
    const run = await story(async ({cluster}) => {
      await cluster.elect('S1');
      cluster.pause('S2', 'S3');
      expect(cluster.connected).to.deep.equal(['S1']);
      await cluster.submit('S1', 'x');
      await cluster.replicate('S1');
      await cluster.deliver();
      expect(await cluster.offer('S2', 'y')).to.equal(null);
      expect(cluster.view('S2').log).to.deep.equal([]);
      await cluster.resume('S2');
      expect(cluster.view('S2').log).to.have.lengthOf(1);
      await cluster.deliver();
      expect(cluster.view('S1').state.matchIndex).to.include({S2: 1});
      expect(cluster.connected).to.deep.equal(['S1', 'S2']);
    });

    expect(acts(run)).to.include.members(['pause S2 S3', 'resume S2']);
  });
});
