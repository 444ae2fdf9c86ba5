/**
 * The watch over reads, on histories made by hand: what it refuses, and what it must let pass.
 *
 * Read next: ../../../harness/cluster/read-watch.ts.
 */
import {expect} from 'chai';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import {ReadWatch} from '../../../harness/cluster/read-watch';
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {RaftMessage} from '../../../harness/raft/messages';
import type {Call} from '../../../harness/world/calls';
import {LabFailure} from '../../../harness/world/lab-failure';

class Story {
  private readonly watch: RaftWatch;
  private readonly reads: ReadWatch;

  constructor(ids = ['S1', 'S2', 'S3']) {
    this.watch = new RaftWatch(ids, () => 7);
    this.reads = new ReadWatch(ids, id => this.watch.view(id), () => 7);
    this.watch.add(this.reads);
    for (const id of ids) {
      this.watch.input(id, {
        kind: 'boot', nowMs: 0, servers: ids, settings: '{}', seed: 1, incarnation: 0, disk: [],
      });
    }
  }

  state(id: string, fields: Partial<ReportedState>): this {
    this.watch.effect(id, {kind: 'changed', fields: JSON.stringify(fields), log: null});
    return this;
  }

  applies(id: string, index: number): this {
    this.watch.effect(id, {kind: 'apply', index, term: 1, command: '"x"'});
    return this;
  }

  /** A follower's results reach a leader. */
  answers(id: string, from: string, term = 1, round?: number): this {
    const message: RaftMessage = {
      type: 'AppendEntriesResults', term, success: true, matchIndex: 0,
      ...(round === undefined ? {} : {round}),
    };
    const text = JSON.stringify(message);
    this.watch.input(id, {kind: 'receive', nowMs: 7, from, message: text});
    return this;
  }

  asks(id: string): Call {
    const call: Call = {box: id, method: 'read', done: false};
    this.reads.asked(call);
    return call;
  }

  answeredSince(call: Call): readonly object[] {
    return this.reads.answeredSince(call).map(({server, round}) => ({server, round}));
  }

  crashes(id: string): void {
    this.watch.crashed(id);
  }

  /** The claim that breaks when the call is answered, or 'fine'. */
  allows(call: Call, lastApplied: number): string {
    return this.answered(call, {lastApplied});
  }

  refuses(call: Call): string {
    return this.answered(call, {notLeader: true, leaderId: null});
  }

  private answered(call: Call, value: object): string {
    Object.assign(call, {done: true, value: JSON.stringify(value)});
    try {
      this.reads.effect(call.box, {kind: 'result', callId: 1, value: call.value ?? ''});
      return 'fine';
    } catch (error) {
      if (error instanceof LabFailure) return error.parts.claim;
      throw error;
    }
  }
}

const leading = {role: 'leader', currentTerm: 1} as const;

describe('the watch over reads', () => {
  it('lets a read pass that saw everything and was confirmed after the question', () => {
    const story = new Story().state('S1', leading).applies('S1', 1);
    const call = story.asks('S1');
    story.answers('S1', 'S3');
    expect(story.allows(call, 1)).to.equal('fine');
  });

  it('refuses one that is older than what any server had applied before the question', () => {
    const story = new Story().state('S1', leading).applies('S1', 1)
      .applies('S2', 1).applies('S2', 2);
    const call = story.asks('S1');
    story.answers('S1', 'S3');
    expect(story.allows(call, 1)).to.equal(
      'Linearizability is broken: S1 let a client read the state up to index 1, though S2 had ' +
      'applied index 2 before the question.');
  });

  it('does not ask for what was applied after the question', () => {
    const story = new Story().state('S1', leading).applies('S1', 1);
    const call = story.asks('S1');
    story.applies('S1', 2).answers('S1', 'S2');
    expect(story.allows(call, 1)).to.equal('fine');
  });

  it('remembers what was applied by a server that has crashed since', () => {
    const story = new Story().state('S1', leading).applies('S3', 1);
    story.crashes('S3');
    const call = story.asks('S1');
    story.answers('S1', 'S2');
    expect(story.allows(call, 0)).to.match(/^Linearizability is broken: .* S3 had applied index 1/);
  });

  it('refuses one that only earlier answers confirm, or too few, or one of them twice', () => {
    const story = new Story(['S1', 'S2', 'S3', 'S4', 'S5']).state('S1', leading);
    story.answers('S1', 'S2').answers('S1', 'S3');
    const call = story.asks('S1');
    story.answers('S1', 'S2').answers('S1', 'S2');
    expect(story.allows(call, 0)).to.equal(
      'S1 allowed a read after which only S2 had answered it — more than half of 5 servers must, ' +
      'after the question, itself counted.');
  });

  it('does not count answers of another term, nor to a server that does not lead', () => {
    const story = new Story().state('S1', {role: 'leader', currentTerm: 2});
    const first = story.asks('S1');
    story.answers('S1', 'S2', 1);
    expect(story.allows(first, 0)).to.match(/^S1 allowed a read after which nobody had answered/);
    story.state('S2', {role: 'follower', currentTerm: 2});
    const second = story.asks('S2');
    story.answers('S2', 'S3', 2);
    expect(story.allows(second, 0)).to.match(/^S2 allowed a read after which nobody had answered/);
  });

  it('lets a server that is alone confirm itself', () => {
    const story = new Story(['S1']).state('S1', leading).applies('S1', 1);
    expect(story.allows(story.asks('S1'), 1)).to.equal('fine');
  });

  it('tells who has answered since the question, and which round', () => {
    const story = new Story().state('S1', leading).answers('S1', 'S3');
    const call = story.asks('S1');
    expect(story.answeredSince(call)).to.deep.equal([]);
    story.answers('S1', 'S2', 1, 4).answers('S1', 'S3');
    expect(story.answeredSince(call))
      .to.deep.equal([{server: 'S3', round: undefined}, {server: 'S2', round: 4}]);
  });

  it('never minds a read that is refused, nor one whose server has crashed', () => {
    const story = new Story().applies('S2', 1);
    expect(story.refuses(story.asks('S1'))).to.equal('fine');
    const lost = story.asks('S3');
    story.crashes('S3');
    expect(story.allows(lost, 0)).to.equal('fine');
  });
});
