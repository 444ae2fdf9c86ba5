/**
 * What a box says and no box may say is refused where it comes in, and told as its own fault.
 */
import {expect} from 'chai';
import {CallAnswers} from '../../../harness/cluster/call-answers';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import {DurableLogs} from '../../../harness/checks/durable-logs';
import type {Effect} from '../../../harness/host/box';
import {LabFailure} from '../../../harness/world/lab-failure';

const AT_MS = 5;

function refusal(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof LabFailure)) throw error;
    const {kind, cause, claim, facts} = error.parts;
    expect(kind).to.equal('contract');
    expect(facts?.[0]).to.include({atMs: AT_MS});
    return `${cause}: ${claim}`;
  }
  return 'nothing was refused';
}

function toldBy(effect: Effect): string {
  const watch = new RaftWatch(['S1', 'S2'], () => AT_MS);
  watch.add(new DurableLogs());
  watch.input('S1', {
    kind: 'boot', nowMs: 0, servers: ['S1', 'S2'], settings: '{}', seed: 1, incarnation: 0,
    disk: [],
  });
  return refusal(() => watch.effect('S1', effect));
}

const VOTE = '"term":1,"candidateId":"S1","lastLogIndex":0,"lastLogTerm":0';

describe('where effects come in', () => {
  const messages: readonly (readonly [string, RegExp])[] = [
    ['null', /^process: S1 sent S2 null — a message is an object\.$/],
    ['{"type":7}', /— its type is none of those in /],
    ['{"type":"AppendEntries","term":1}', /— leaderId is a name/],
    ['{"type":"RequestVoteResults","term":"x","voteGranted":true}', /— term is a whole number/],
    [`{"type":"RequestVote",${VOTE},"entries":[]}`, /— RequestVoteArguments have no other fields/],
    [`{"type":"RequestVote",${VOTE},"round":1}`, /— RequestVoteArguments have no other fields/],
    [`{"type":"RequestVote",${VOTE}}`, /^nothing was refused$/],
    ['{"type":"AppendEntriesResults","term":1,"success":true,"matchIndex":0,"round":2}',
      /^nothing was refused$/],
  ];
  for (const [message, told] of messages) {
    it(`judges the message ${message}`, () => {
      expect(toldBy({kind: 'send', to: 'S2', message})).to.match(told);
    });
  }

  const reports: readonly (readonly [{fields?: string; log?: string}, RegExp])[] = [
    [{fields: '{"role":7}'}, /^fault: S1 reported the state {"role":7} — role is follower, /],
    [{fields: '{"currentTerm":"x"}'}, /— currentTerm is a whole number\.$/],
    [{fields: '{"nextIndex":{"S2":null}}'}, /— nextIndex is a whole number for each server\.$/],
    [{fields: '{"isUp":false}'}, /— a server has no isUp\.$/],
    [{log: '{"from":1,"entries":[null]}'}, /^fault: S1 reported the log .* — an entry is /],
    [{log: '{"from":3,"entries":[]}'}, /— its log ended at index 0, and has no gaps\.$/],
    [{fields: '{"votedFor":null,"commitIndex":2}', log: '{"from":1,"entries":[]}'}, /^nothing /],
  ];
  for (const [report, told] of reports) {
    it(`judges the report ${JSON.stringify(report)}`, () => {
      expect(toldBy({kind: 'changed', fields: '{}', log: null, ...report})).to.match(told);
    });
  }

  it('holds records of the kit’s own against their two forms', () => {
    expect(toldBy({kind: 'append', record: 'null'}))
      .to.match(/^process: S1 wrote the record null — its records are /);
    expect(toldBy({kind: 'append', record: '{"from":1,"entries":[{}]}'}))
      .to.match(/ — its records/);
    expect(toldBy({kind: 'append', record: '{"currentTerm":1,"votedFor":null}'}))
      .to.equal('nothing was refused');
  });

  const answers: readonly (readonly [string, string, RegExp])[] = [
    ['submit', '[]', /^process: S1 answered the call submit with \[\] — this is no answer /],
    ['submit', '{"notLeader":true,"leaderId":null}', /^nothing /],
    ['inspect', '{"log":null}', / — this is no answer /],
    ['read', 'null', / — this is no answer /],
    ['get', '7', / — this is no answer /],
    ['get', 'null', /^nothing /],
    ['request', '{"ok":false,"leaderHint":"S9"}', / — this is no answer /],
    ['replicate', '7', /^nothing /],
  ];
  for (const [method, value, told] of answers) {
    it(`judges the answer ${value} to ${method}`, () => {
      const calls = new CallAnswers(() => AT_MS);
      calls.input('S1', {kind: 'call', nowMs: 0, callId: 1, method, arguments: '{}'});
      expect(refusal(() => calls.effect('S1', {kind: 'result', callId: 1, value}))).to.match(told);
      expect(refusal(() => calls.effect('S2', {kind: 'result', callId: 1, value})))
        .to.equal('nothing was refused');
    });
  }

  it('lets no call be refused', () => {
    const calls = new CallAnswers(() => AT_MS);
    calls.input('S1', {kind: 'call', nowMs: 0, callId: 1, method: 'submit', arguments: '{}'});
    expect(refusal(() => calls.effect('S1', {kind: 'reject', callId: 1, error: 'x'})))
      .to.match(/^process: S1 answered the call submit with {"error":"x"} — /);
  });
});
