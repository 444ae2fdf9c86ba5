/**
 * The checks of the Go labs, on servers whose reports are made up: what each accepts and refuses.
 *
 * Read next: ../../../harness/cluster/README.md, which states the rules.
 */
import {expect} from 'chai';
import {Cluster} from '../../../harness/cluster/cluster';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {Host} from '../../../harness/host/box';
import {SETTINGS} from '../../../harness/scenario/definition';
import {LabFailure} from '../../../harness/world/lab-failure';
import {CALM} from '../../../harness/world/network';
import {World} from '../../../harness/world/world';

const IDS = ['S1', 'S2', 'S3'];
const silent: Host = {
  name: 'in-process', newBox: () => 1, drop: () => undefined,
  step: inputs => inputs.map(() => []), close: () => Promise.resolve(),
};

/** Three servers that are up and have reported what is given. */
class Stage {
  readonly world = new World({host: silent, seed: 1, settings: {}, conditions: CALM});
  readonly watch = new RaftWatch(IDS, () => this.world.nowMs);
  readonly cluster = new Cluster({
    world: this.world, watch: this.watch, servers: IDS, settings: SETTINGS, initial: {},
    specOf: id => ({id, program: 'none', modules: {}}),
  });

  constructor(...states: readonly Partial<ReportedState>[]) {
    IDS.forEach((id, n) => {
      this.watch.input(id, {
        kind: 'boot', nowMs: 0, servers: IDS, settings: '{}', seed: 1, incarnation: 0, disk: [],
      });
      this.watch.effect(id, {kind: 'changed', fields: JSON.stringify(states[n] ?? {}), log: null});
    });
  }

  applies(id: string, command: string): this {
    this.watch.effect(id, {kind: 'apply', index: 1, term: 1, command: JSON.stringify(command)});
    return this;
  }
}

const leader = (currentTerm: number): Partial<ReportedState> => ({role: 'leader', currentTerm});
const follower = (currentTerm: number): Partial<ReportedState> => ({role: 'follower', currentTerm});

async function claimOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof LabFailure) return error.parts.claim;
    throw error;
  }
  return 'nothing failed';
}

describe('the checks of the Go labs', () => {
  it('checkOneLeader returns the leader of the latest term', async () => {
    const {cluster} = new Stage(leader(1), leader(2), follower(2));
    expect(await cluster.checkOneLeader()).to.equal('S2');
    expect(await cluster.checkOneLeader({among: ['S1']})).to.equal('S1');
  });

  it('checkOneLeader waits five seconds, and does not take a leader left behind', async () => {
    const {cluster} = new Stage(leader(1), follower(2), follower(2));
    expect(await claimOf(() => cluster.checkOneLeader()))
      .to.equal('No leader among S1 S2 S3 within 5000ms of virtual time.');
    expect(cluster.nowMs).to.equal(5_000);
  });

  it('checkOneLeader ignores a leader that was cut off, until it is healed', async () => {
    const {cluster} = new Stage(leader(1), follower(1), follower(1));
    cluster.isolate('S1');
    expect(await claimOf(() => cluster.checkOneLeader())).to.match(/^No leader among S2 S3/);
    cluster.heal('S1');
    expect(await cluster.checkOneLeader()).to.equal('S1');
  });

  it('a partition leaves alone whom it names in no group', () => {
    const {cluster} = new Stage();
    cluster.partition(['S1', 'S2']);
    expect(cluster.connected).to.deep.equal(['S1', 'S2']);
    cluster.heal();
    expect(cluster.connected).to.deep.equal(IDS);
  });

  it('checkTerm returns the term of all, and names two servers that differ', async () => {
    expect(new Stage(leader(3), follower(3), follower(3)).cluster.checkTerm()).to.equal(3);
    const {cluster} = new Stage(leader(3), follower(3), follower(2));
    expect(await claimOf(() => cluster.checkTerm())).to.match(/^S3 is in term 2, S1 in term 3 — /);
    cluster.isolate('S3');
    expect(cluster.checkTerm()).to.equal(3);
  });

  it('checkNoLeader refuses a leader that is connected, and no other', async () => {
    const {cluster} = new Stage(follower(1), leader(4), follower(4));
    expect(await claimOf(() => cluster.checkNoLeader())).to.match(/^S2 is leader of term 4 — /);
    cluster.isolate('S2');
    expect(await claimOf(() => cluster.checkNoLeader())).to.equal('nothing failed');
  });

  it('nCommitted counts who applied an index, and refuses two commands there', async () => {
    const stage = new Stage();
    expect(stage.cluster.nCommitted(1)).to.deep.equal({count: 0});
    stage.applies('S1', 'x').applies('S3', 'x');
    expect(stage.cluster.nCommitted(1)).to.deep.equal({count: 2, command: 'x'});
    stage.applies('S2', 'y');
    expect(await claimOf(() => stage.cluster.nCommitted(1)))
      .to.match(/^State Machine Safety is broken/);
  });
});
