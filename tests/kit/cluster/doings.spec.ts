/**
 * What servers have been doing, told for failures of progress: on histories made by hand.
 *
 * Read next: ../../../harness/cluster/doings.ts.
 */
import {expect} from 'chai';
import {Doings} from '../../../harness/cluster/doings';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import type {ReportedState} from '../../../harness/cluster/server-view';
import type {RaftMessage} from '../../../harness/raft/messages';

const IDS = ['S1', 'S2', 'S3'];

class Story {
  readonly doings = new Doings();
  nowMs = 0;
  private readonly watch = new RaftWatch(IDS, () => this.nowMs);

  constructor() {
    this.watch.add(this.doings);
    for (const id of IDS) this.boots(id);
  }

  boots(id: string, incarnation = 0): void {
    this.watch.input(id, {
      kind: 'boot', nowMs: this.nowMs, servers: IDS, settings: '{}', seed: 1, incarnation, disk: [],
    });
    this.watch.inputDone(id, {
      kind: 'boot', nowMs: this.nowMs, servers: IDS, settings: '{}', seed: 1, incarnation, disk: [],
    });
  }

  state(id: string, fields: Partial<ReportedState>): void {
    this.watch.effect(id, {kind: 'changed', fields: JSON.stringify(fields), log: null});
  }

  stands(id: string, currentTerm: number): void {
    this.state(id, {role: 'candidate', currentTerm, votedFor: id, votesGranted: [id]});
  }

  hears(id: string, from: string, term: number): void {
    const message: RaftMessage = {
      type: 'AppendEntries', term, leaderId: from, prevLogIndex: 0, prevLogTerm: 0, entries: [],
      leaderCommit: 0,
    };
    const text = JSON.stringify(message);
    this.watch.input(id, {kind: 'receive', nowMs: this.nowMs, from, message: text});
  }

  crashes(id: string): void {
    this.watch.crashed(id);
  }

  told(id: string): string {
    return this.doings.sentence(this.watch.view(id));
  }
}

describe('what servers have been doing', () => {
  it('is role and term, elections, votes, and the last leader heard', () => {
    const story = new Story();
    expect(story.told('S1')).to.equal('follower of term 0; never stood; heard no leader');
    story.nowMs = 700;
    story.stands('S1', 1);
    expect(story.told('S1'))
      .to.equal('candidate of term 1, votes of S1; stood once at t=700ms; heard no leader');
    story.nowMs = 1_500;
    story.stands('S1', 2);
    story.hears('S2', 'S3', 1);
    expect(story.told('S1'))
      .to.match(/^candidate of term 2, votes of S1; stood 2 times, last at t=1500ms; heard no /);
    expect(story.told('S2')).to.equal('follower of term 0; never stood; heard S3 at t=1500ms');
  });

  it('does not count leaders of earlier terms, nor votes for others as elections', () => {
    const story = new Story();
    story.state('S1', {currentTerm: 3, votedFor: 'S2'});
    story.hears('S1', 'S3', 2);
    expect(story.told('S1')).to.equal('follower of term 3; never stood; heard no leader');
  });

  it('begins afresh after a crash', () => {
    const story = new Story();
    story.stands('S1', 1);
    story.crashes('S1');
    expect(story.told('S1')).to.equal('crashed');
    story.boots('S1', 1);
    expect(story.told('S1')).to.equal('follower of term 0; never stood; heard no leader');
  });

  it('tells who stood at the same moment for the third time', () => {
    const story = new Story();
    for (const term of [1, 2, 3]) {
      story.nowMs += 500;
      for (const id of ['S1', 'S3']) story.stands(id, term);
      const together = term < 3 ? [] : ['S1', 'S3'];
      expect(story.doings.stoodTogether(IDS)).to.deep.equal(together);
    }
    expect(story.doings.hasAnybodyStood(['S2'])).to.equal(false);
    story.nowMs += 1;
    story.stands('S3', 4);
    expect(story.doings.stoodTogether(IDS)).to.deep.equal([]);
  });
});
