/**
 * What the Go labs' scenarios of 3B ask besides `one`: indexes, and what must not be committed.
 *
 * Paper: §5.3.
 * Promises: indexes are compared with each other, never with a number, since a new leader may put
 * an entry of its own into the log, that does nothing.
 * Read next: 04-agreement.spec.ts.
 */
import type {Submitted} from '../../harness/cluster/cluster';
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {Command, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import type {Traffic} from './cost';

const NEXT_INDEX: Because = {
  source: '§5.3',
  text: 'A command is appended once, behind the last. One that takes two places of the log is ' +
    'carried out twice; a place in between is taken by nothing a client has sent.',
};
const NO_MAJORITY: Because = {
  source: '§5.3, §5.4',
  text: 'An entry is committed once a majority of all servers store it. The servers that can ' +
    'reach each other here are fewer.',
};

/** A command took the place right behind another one, in the same leader's log. */
export function expectNext(before: number, found: number, command: Command): void {
  if (found === before + 1) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `The command ${JSON.stringify(command).slice(0, 20)} took index ${found} — the last ` +
      `one took index ${before}, and nothing else was submitted.`,
    why: NEXT_INDEX, functions: ['reads.leadershipBegan', 'timing.entriesAppended'],
  });
}

/** No server has given a command to its state machine. */
export function expectNotApplied(cluster: TimedCluster, command: Command): void {
  const wanted = JSON.stringify(command);
  for (const id of cluster.servers) {
    const one = cluster.view(id).applied.find(applied => applied.command === wanted);
    if (one === undefined) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `${id} applied ${wanted} at index ${one.index} — no majority of the servers can ` +
        'have stored it.',
      facts: [{who: id, what: `applied ${wanted}`, atMs: one.atMs}, ...cluster.whatAllDid()],
      why: NO_MAJORITY,
    });
  }
}

/** Offers a command to each of the servers: those that lead, or think so, take it. */
export async function offerTo(
  cluster: TimedCluster, servers: readonly ServerId[], command: Command,
): Promise<readonly Submitted[]> {
  const taken: Submitted[] = [];
  for (const server of servers) {
    const submitted = await cluster.offer(server, command);
    if (submitted !== null) taken.push(submitted);
  }
  return taken;
}

interface Together {
  readonly count: number;
  /** Counts afresh from the first of them on. */
  readonly traffic?: Traffic;
}

const TRIES = 5;

/**
 * Submits commands to one leader at one moment and expects all servers to apply them, in that
 * order. As in Go it is tried five times, since another leader may come in the middle of it.
 */
export async function agreeTogether(
  cluster: TimedCluster, {count, traffic}: Together,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await cluster.runFor(3_000);
    const leader = await cluster.checkOneLeader();
    traffic?.restart();
    const {index, term} = await cluster.submit(leader, 'before');
    const commands = Array.from({length: count}, (_, n) => `${attempt} ${n}`);
    const taken: Submitted[] = [];
    for (const command of commands) taken.push(...await offerTo(cluster, [leader], command));
    if (taken.length < count || taken.some(one => one.term !== term)) continue;
    taken.forEach((one, n) => expectNext(index + n, one.index, commands[n]!));
    if (await areAllApplied(cluster, {commands, first: index + 1, term})) return;
  }
  throw new LabFailure({
    kind: 'progress',
    claim: `No leader that stays while ${count} commands are agreed on within ` +
      `${cluster.nowMs}ms of virtual time.`,
    facts: cluster.whatAllDid(),
    functions: ['timing.leadershipBegan', 'timing.electionTimerReset'],
  });
}

interface Taken {
  readonly commands: readonly Command[];
  readonly first: number;
  readonly term: number;
}

/** False if another leader came before they were. */
async function areAllApplied(
  cluster: TimedCluster, {commands, first, term}: Taken,
): Promise<boolean> {
  for (const [n, command] of commands.entries()) {
    const there = await cluster.wait(first + n, {servers: cluster.servers.length, term});
    if (there === null) return false;
    if (there.command === command) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `Index ${first + n} holds ${JSON.stringify(there.command)} — the leader of term ` +
        `${term} had put ${JSON.stringify(command)} there, and still leads.`,
      facts: cluster.whatAllDid(), why: NEXT_INDEX,
    });
  }
  return true;
}
