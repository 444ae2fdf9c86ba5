/**
 * The checks of the Go labs, by their own names: checkOneLeader, checkNoLeader and so on.
 *
 * README.md, beside this file, states the rule of each, its numbers, and what differs from Go.
 * Promises: a check looks at servers that are connected: up, not paused, and not cut off by the
 * test. All waiting is in virtual time. What every event must satisfy (one leader a term, one
 * command an index) is not left to these samples: harness/checks sees each event.
 * Read next: cluster.ts.
 */
import type {Command, ServerId} from '../raft/messages';
import {ClusterFaults} from './cluster-faults';
import {appliedAt} from './server-view';
import type {ServerView} from './server-view';

/**
 * In election timeouts: with T = 500 ms, Go's 5 s. Go samples ten times, every 450 to 550 ms; here
 * each instant in the same time is looked at.
 */
const ONE_LEADER_WITHIN_TIMEOUTS = 10;

/** How many servers applied an index, and what they applied there. */
export interface Committed {
  readonly count: number;
  /** Absent if no server applied the index. */
  readonly command?: Command;
}

export interface Among {
  /** Servers to look at; all that are connected if absent. */
  readonly among?: readonly ServerId[];
}

export class GoChecks extends ClusterFaults {
  private readonly cutOff = new Set<ServerId>();

  override isolate(...servers: readonly ServerId[]): void {
    super.isolate(...servers);
    for (const server of servers) this.cutOff.add(server);
  }

  override partition(...groups: readonly (readonly ServerId[])[]): void {
    super.partition(...groups);
    this.cutOff.clear();
    for (const server of this.others(...groups.flat())) this.cutOff.add(server);
  }

  override heal(...servers: readonly ServerId[]): void {
    super.heal(...servers);
    for (const server of servers.length === 0 ? this.servers : servers) this.cutOff.delete(server);
  }

  /** The servers that are up, not paused, and that no `isolate` or `partition` left alone. */
  get connected(): readonly ServerId[] {
    return this.servers.filter(id =>
      this.view(id).isUp && !this.world.isPaused(id) && !this.cutOff.has(id));
  }

  /**
   * Waits until a connected server leads the latest term that any connected server is in, and
   * returns it. Leaders of earlier terms are ignored: they do not know yet.
   */
  async checkOneLeader({among}: Among = {}): Promise<ServerId> {
    const within = (): readonly ServerId[] => this.amongConnected(among);
    await this.runUntil(() => this.leaderOf(within()) !== null, {
      withinMs: ONE_LEADER_WITHIN_TIMEOUTS * this.settings.electionTimeoutMs,
      what: `leader among ${within().join(' ')}`,
    });
    const leader = this.leaderOf(within());
    if (leader === null) throw new Error('the leader of this instant is gone in the same instant');
    return leader;
  }

  /** The term that all connected servers are in. @throws LabFailure if they differ. */
  checkTerm({among}: Among = {}): number {
    const views = this.amongConnected(among).map(id => this.view(id));
    const [first] = views;
    if (first === undefined) throw new Error('checkTerm: no server is connected');
    const other = views.find(({state}) => state.currentTerm !== first.state.currentTerm);
    if (other === undefined) return first.state.currentTerm;
    return this.fail({
      kind: 'contract',
      claim: `${other.id} is in term ${other.state.currentTerm}, ${first.id} in term ` +
        `${first.state.currentTerm} — connected servers that have talked are in one term.`,
      facts: views.map(view => this.termFact(view)),
      why: {
        source: '§5.1',
        text: 'Servers exchange terms in every message. One that stays in an earlier term takes ' +
          'requests and votes of that term for new ones.',
      },
    });
  }

  /** No connected server takes itself for a leader, at this instant. */
  checkNoLeader({among}: Among = {}): void {
    const leader = this.amongConnected(among).map(id => this.view(id))
      .find(({state}) => state.role === 'leader');
    if (leader === undefined) return;
    this.fail({
      kind: 'contract',
      claim: `${leader.id} is leader of term ${leader.state.currentTerm} — no server can have ` +
        'the votes of a majority here.',
      facts: [this.termFact(leader)],
      why: {
        source: '§5.2',
        text: 'A candidate wins with the votes of a majority of all servers of the cluster, not ' +
          'of those it can reach. Else two parts of a divided cluster each have a leader.',
      },
    });
  }

  /**
   * How many servers applied `index` since they booted, by itself or within a snapshot, and what.
   * Crashed ones count too.
   */
  nCommitted(index: number): Committed {
    const views = this.servers.map(id => this.view(id));
    const applied = views.flatMap(view => {
      const one = appliedAt(view, index);
      return one === undefined ? [] : [{...one, id: view.id}];
    });
    const within = views.filter(view => index <= view.restoredIndex).length;
    const [first] = applied;
    if (first === undefined) return {count: within};
    const other = applied.find(one => one.command !== first.command);
    if (other === undefined) {
      return {count: within + applied.length, command: JSON.parse(first.command) as Command};
    }
    return this.fail({
      kind: 'safety',
      claim: `State Machine Safety is broken: ${first.id} and ${other.id} applied different ` +
        `commands at log index ${index}.`,
      facts: [first, other].map(({id, command, term, atMs}) =>
        ({who: id, what: `applied ${command} (entry of term ${term})`, atMs})),
      why: {
        source: '§5.4.3, Figure 3',
        text: 'Once a server has applied an entry at an index, no server may apply another one ' +
          'there.',
      },
    });
  }

  /** The leader of the latest term that any of the given servers is in. */
  private leaderOf(servers: readonly ServerId[]): ServerId | null {
    const views = servers.map(id => this.view(id));
    const latest = Math.max(...views.map(({state}) => state.currentTerm));
    const leader = views.find(({state}) => state.role === 'leader' && state.currentTerm === latest);
    return leader?.id ?? null;
  }

  private amongConnected(among: readonly ServerId[] | undefined): readonly ServerId[] {
    return this.connected.filter(id => among === undefined || among.includes(id));
  }

  private termFact({id, state}: ServerView): {who: string; what: string; atMs: number} {
    return {who: id, what: `${state.role} of term ${state.currentTerm}`, atMs: this.nowMs};
  }
}
