/**
 * Holds every read that a server allows against what had happened when it was asked for.
 *
 * Paper: §8, the last two paragraphs.
 * Promises: what any server had applied before the question is visible to the answer, and a
 * majority has answered the leader after the question, itself included. Both hold for every correct
 * way to read without a log entry. To refuse a read is never wrong here.
 * Read next: timed-cluster.ts, whose reads it sees.
 */
import type {BoxId, Effect} from '../host/box';
import type {RaftMessage, ServerId} from '../raft/messages';
import type {Call} from '../world/calls';
import {LabFailure} from '../world/lab-failure';
import type {Fact} from '../world/lab-failure';
import type {RaftCheck} from './raft-watch';
import type {Applied, ServerView} from './server-view';

/** The latest entry that any server has applied, and who was the first. */
interface Seen {
  readonly index: number;
  readonly by: ServerId;
  readonly atMs: number;
}

interface Asked {
  readonly call: Call;
  readonly atMs: number;
  /** How many results had reached leaders by then, all counted together. */
  readonly after: number;
  readonly floor: Seen;
}

/** A follower's last results since some question. */
export interface AnsweredSince {
  readonly server: ServerId;
  /** The round they echoed, if they did. */
  readonly round: number | undefined;
}

interface LastResults extends AnsweredSince {
  readonly number: number;
}

const WHY = {
  source: '§8',
  text: 'A leader that was replaced may not know it yet, and a new one not know what is ' +
    'committed. So before it lets anybody read, a leader has an entry of its own term committed, ' +
    'and a majority answer, after the question, that they follow it.',
};

export class ReadWatch implements RaftCheck {
  private readonly open = new Set<Asked>();
  private latest: Seen = {index: 0, by: '', atMs: 0};
  /** Results of AppendEntries that reached a leader of their term, numbered. */
  private results = 0;
  /** By leader and follower, the last. */
  private readonly lastResults = new Map<ServerId, Map<ServerId, LastResults>>();

  /** @param now virtual time in ms. */
  constructor(
    private readonly servers: readonly ServerId[],
    private readonly view: (server: ServerId) => ServerView, private readonly now: () => number,
  ) {}

  /** A read is given to a server at this instant. */
  asked(call: Call): void {
    this.open.add({call, atMs: this.now(), after: this.results, floor: this.latest});
  }

  /** Who has answered the server since a read was asked for that is still open. */
  answeredSince(call: Call): readonly AnsweredSince[] {
    const asked = [...this.open].find(one => one.call === call);
    return asked === undefined ? [] : this.answersTo(asked);
  }

  applied({id}: ServerView, {index, atMs}: Applied): void {
    if (index > this.latest.index) this.latest = {index, by: id, atMs};
  }

  restored({id}: ServerView, index: number, _data: string, atMs: number): void {
    if (index > this.latest.index) this.latest = {index, by: id, atMs};
  }

  received({id, state}: ServerView, from: ServerId, message: RaftMessage): void {
    if (message.type !== 'AppendEntriesResults') return;
    if (state.role !== 'leader' || message.term !== state.currentTerm) return;
    let last = this.lastResults.get(id);
    if (last === undefined) this.lastResults.set(id, last = new Map());
    last.set(from, {server: from, round: message.round, number: ++this.results});
  }

  crashed({id}: ServerView): void {
    for (const asked of this.open) if (asked.call.box === id) this.open.delete(asked);
  }

  /** An effect of any box. */
  effect(box: BoxId, effect: Effect): void {
    if (effect.kind !== 'result' || this.open.size === 0) return;
    for (const asked of this.open) {
      if (asked.call.box !== box || !asked.call.done) continue;
      this.open.delete(asked);
      this.judge(asked, box);
    }
  }

  private answersTo({call, after}: Asked): readonly AnsweredSince[] {
    return [...this.lastResults.get(call.box)?.values() ?? []].filter(({number}) => number > after);
  }

  private judge(asked: Asked, server: ServerId): void {
    const {lastApplied} = JSON.parse(asked.call.value ?? '{}') as {lastApplied?: number};
    if (lastApplied === undefined) return;
    if (lastApplied < asked.floor.index) this.stale(asked, server, lastApplied);
    const followers = this.answersTo(asked).map(one => one.server);
    if (2 * (followers.length + 1) <= this.servers.length) {
      this.unconfirmed(asked, server, followers);
    }
  }

  private stale(asked: Asked, server: ServerId, lastApplied: number): never {
    const {floor} = asked;
    const {state, log} = this.view(server);
    const isOld = log[state.commitIndex - 1]?.term !== state.currentTerm;
    throw new LabFailure({
      kind: 'safety',
      claim: `Linearizability is broken: ${server} let a client read the state up to index ` +
        `${lastApplied}, though ${floor.by} had applied index ${floor.index} before the question.`,
      facts: [
        {who: floor.by, what: `was the first to apply index ${floor.index}`, atMs: floor.atMs},
        ...this.ask(asked, server),
      ],
      why: WHY,
      hint: isOld && state.role === 'leader'
        ? `Which entry of term ${state.currentTerm} does ${server} know to be committed?`
        : `How does ${server} know that nobody had replaced it when it was asked?`,
      functions: ['reads.read', 'reads.roundAnswered'],
    });
  }

  private unconfirmed(asked: Asked, server: ServerId, followers: readonly ServerId[]): never {
    const who = followers.length === 0 ? 'nobody' : `only ${followers.join(' ')}`;
    throw new LabFailure({
      kind: 'contract',
      claim: `${server} allowed a read after which ${who} had answered it — more than half of ` +
        `${this.servers.length} servers must, after the question, itself counted.`,
      facts: this.ask(asked, server), why: WHY,
      hint: 'Which round must be answered for a read, and by how many different servers?',
      functions: ['reads.read', 'reads.roundAnswered'],
    });
  }

  private ask({atMs}: Asked, server: ServerId): readonly Fact[] {
    const {role, currentTerm} = this.view(server).state;
    return [
      {who: server, what: 'was asked for a read', atMs},
      {who: server, what: `allowed it, as ${role} of term ${currentTerm}`, atMs: this.now()},
    ];
  }
}
