/**
 * The verbs a lab's stories are written in.
 *
 * In labs 3 to 5 nothing is timed: a test appoints leaders or asks for elections, tells leaders to
 * replicate, and lets messages be delivered.
 * Promises: an `expect` that fails says what the server holds and what the rule asks for.
 * Read next: go-checks.ts; tests/3-replication for how it reads in use.
 */
import type {Command, LogEntry, ServerId} from '../raft/messages';
import type {Role} from '../raft/state';
import {GoChecks} from './go-checks';
import {drawLog} from './server-view';

/** Where a leader put a command. */
export interface Submitted {
  readonly index: number;
  readonly term: number;
}

/** Why an expectation must hold: printed as 'Why it matters'. */
export interface Because {
  readonly source: string;
  readonly text: string;
}

export class Cluster extends GoChecks {
  /** Makes a server the leader of a term, as if it had won an election. */
  async appoint(server: ServerId, {term}: {readonly term: number}): Promise<void> {
    this.world.act(`appoint ${server} leader of term ${term}`);
    await this.call(server, 'appoint', {term});
  }

  /** Makes a server a candidate of a term, with its own vote only. It asks nobody. */
  async nominate(server: ServerId, {term}: {readonly term: number}): Promise<void> {
    this.world.act(`make ${server} a candidate of term ${term}`);
    await this.call(server, 'nominate', {term});
  }

  /** Asks a server to stand for election: it becomes a candidate and asks for votes (§5.2). */
  async startElection(server: ServerId): Promise<void> {
    this.world.act(`${server} stands for election`);
    await this.call(server, 'startElection', {});
  }

  /** Asks a server to stand, delivers every message, and expects that it has won. */
  async elect(server: ServerId, because?: Because): Promise<void> {
    await this.startElection(server);
    await this.deliver();
    if (this.view(server).state.role === 'leader') return;
    this.fail({
      kind: 'contract',
      claim: `${server} is ${this.doing(server)} — with the votes it can get here it must lead.`,
      facts: this.servers.map(id => ({who: id, what: this.doing(id), atMs: this.nowMs})),
      why: because ?? {
        source: '§5.2',
        text: 'A candidate that is given the votes of a majority of the servers becomes leader.',
      },
    });
  }

  /** Gives a leader a command. It is not sent to anybody yet. */
  async submit(leader: ServerId, command: Command): Promise<Submitted> {
    const answer = await this.offer(leader, command);
    if (answer !== null) return answer;
    return this.fail({
      kind: 'contract',
      claim: `${leader} refused a command — it should be the leader, and is ${this.doing(leader)}.`,
    });
  }

  /** Gives a server a command: null if it is not a leader, or crashes over it. */
  async offer(server: ServerId, command: Command): Promise<Submitted | null> {
    this.world.act(`submit ${JSON.stringify(command)} to ${server}`);
    const answer = await this.call(server, 'submit', {command}) as
      Submitted & {notLeader?: true} | null;
    return answer?.notLeader === true ? null : answer;
  }

  /** Tells a leader to send AppendEntries to every other server, or to one. */
  async replicate(leader: ServerId, to?: ServerId): Promise<void> {
    this.world.act(`${leader} sends AppendEntries to ${to ?? 'the others'}`);
    await this.call(leader, 'replicate', to === undefined ? {} : {to});
  }

  /** Replicates and delivers until nothing is on its way: one round. */
  async replicateAndDeliver(leader: ServerId): Promise<void> {
    await this.replicate(leader);
    await this.deliver();
  }

  /** From now on the state machine of a server throws when it is given this index. */
  async makeApplierThrow(server: ServerId, index: number): Promise<void> {
    this.world.act(`the state machine of ${server} will throw at index ${index}`);
    await this.call(server, 'applierThrows', {index});
  }

  /** The given service of a server hands over its state after an index, due or not (lab 7). */
  async takeSnapshot(server: ServerId, index: number): Promise<void> {
    this.world.act(`the service of ${server} hands over its state after index ${index}`);
    await this.call(server, 'takeSnapshot', {index});
  }

  /** The leader of the highest term among the servers that are up, or null. */
  leader(among: readonly ServerId[] = this.servers): ServerId | null {
    const leaders = among.map(id => this.view(id))
      .filter(view => view.isUp && view.state.role === 'leader')
      .sort((a, b) => b.state.currentTerm - a.state.currentTerm);
    return leaders[0]?.id ?? null;
  }

  /** The terms a server's log must hold: '1 1 2'. */
  expectLog(server: ServerId, drawn: string, because?: Because): void {
    this.expectSame(server, 'log (terms)', drawLog(this.view(server).log), drawn, because);
  }

  /** The commands a server's log must hold, in order. */
  expectCommands(server: ServerId, commands: readonly Command[], because?: Because): void {
    const held = this.view(server).log.map(entry => entry.command);
    this.expectSame(server, 'commands', held, commands, because);
  }

  /** Every given server's log must be the leader's. */
  expectSameLogs(leader: ServerId, servers: readonly ServerId[], because?: Because): void {
    const wanted = JSON.stringify(this.view(leader).log);
    for (const server of servers) {
      if (JSON.stringify(this.view(server).log) === wanted) continue;
      const index = firstDifference(this.view(leader).log, this.view(server).log);
      this.fail({
        kind: 'contract',
        claim: `${server} has another log than ${leader} from index ${index} on — every message ` +
          'between them has arrived.',
        facts: [leader, server].map(who => (
          {who, what: describeLog(this.view(who).log, index), atMs: this.nowMs}
        )),
        why: because ?? {
          source: '§5.3',
          text: 'The leader tries until all followers store all its entries. When no message is ' +
            'on its way any more and nobody is cut off, their logs are the same.',
        },
      });
    }
  }

  expectRole(server: ServerId, role: Role, because?: Because): void {
    this.expectSame(server, 'role', this.view(server).state.role, role, because);
  }

  expectTerm(server: ServerId, term: number, because?: Because): void {
    this.expectSame(server, 'currentTerm', this.view(server).state.currentTerm, term, because);
  }

  expectVotedFor(server: ServerId, votedFor: ServerId | null, because?: Because): void {
    this.expectSame(server, 'votedFor', this.view(server).state.votedFor, votedFor, because);
  }

  expectCommitIndex(server: ServerId, commitIndex: number, because?: Because): void {
    const {state} = this.view(server);
    this.expectSame(server, 'commitIndex', state.commitIndex, commitIndex, because);
  }

  /** The commands a server gave to its state machine since it booted, in order. */
  expectApplied(server: ServerId, commands: readonly Command[], because?: Because): void {
    const applied = this.view(server).applied.map(one => JSON.parse(one.command) as Command);
    this.expectSame(server, 'applied', applied, commands, because);
  }

  /** What was found and what the rule asks for, compared as JSON. @throws LabFailure 'contract' */
  expectSame(
    server: ServerId, what: string, found: unknown, wanted: unknown, because?: Because,
  ): void {
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    this.fail({
      kind: 'contract',
      claim: `${server} has ${what} ${show(found)} — it must be ${show(wanted)}.`,
      facts: [{who: server, what: `${what} ${show(found)}`, atMs: this.nowMs}],
      ...(because === undefined ? {} : {why: because}),
    });
  }
}

/** The first index at which two logs hold different entries, or only one holds any. */
function firstDifference(one: readonly LogEntry[], other: readonly LogEntry[]): number {
  let n = 0;
  while (n < one.length && JSON.stringify(one[n]) === JSON.stringify(other[n])) n++;
  return n + 1;
}

function describeLog(log: readonly LogEntry[], index: number): string {
  const entry = log[index - 1];
  const there = entry === undefined
    ? 'nothing' : `${index}/${entry.term} ${JSON.stringify(entry.command)}`;
  return `log ${drawLog(log) || 'empty'}; at index ${index} ${there.slice(0, 60)}`;
}

function show(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  return value === '' ? 'empty' : JSON.stringify(value);
}
