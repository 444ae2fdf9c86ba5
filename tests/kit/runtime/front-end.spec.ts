/**
 * What a machine's answer means to a client: done, not done, or nobody knows.
 */
import {expect} from 'chai';
import type {KvAnswer, KvOperation} from '../../../harness/raft/kv-messages';
import type {Asked} from '../../../harness/runtime/command';
import {RespFrontEnd} from '../../../harness/runtime/front-end';
import {ServerStatus} from '../../../harness/runtime/server-status';

const SET: KvOperation = {op: 'set', key: 'k', value: 'v'};
const GET: KvOperation = {op: 'get', key: 'k'};

describe('the front end of a real server', () => {
  function frontEnd(): {front: RespFrontEnd; status: ServerStatus; asked: number[]} {
    const status = new ServerStatus();
    status.changed('{"role":"leader","leaderId":"S1"}', null);
    const asked: number[] = [];
    const addresses = Object.fromEntries(['S1', 'S2'].map(id =>
      [id, {host: '127.0.0.1', port: 1, serverPort: 2}]));
    const front = new RespFrontEnd({
      self: 'S1', addresses, clusterId: 'c1', status, file: () => ({bytes: 0, syncs: 0}),
      request: callId => { asked.push(callId); }, answerWithinMs: 100,
    });
    return {front, status, asked};
  }

  const no = (leaderHint: string | null): KvAnswer => ({ok: false, leaderHint});
  const cases: readonly [string, KvOperation, KvAnswer, boolean, Asked][] = [
    ['an outcome', SET, {ok: true, outcome: null}, false, {kind: 'done', outcome: null}],
    ['refused at once, with a hint', SET, no('S2'), true, {kind: 'moved', leader: 'S2'}],
    ['refused at once, without', SET, no(null), true, {kind: 'noLeader'}],
    ['hinted at itself', SET, no('S1'), true, {kind: 'noLeader'}],
    ['hinted at nobody of this cluster', SET, no('S9'), true, {kind: 'noLeader'}],
    ['a write refused later, by a leader that fell', SET, no('S2'), false, {kind: 'unknown'}],
    ['a read refused later', GET, no('S2'), false, {kind: 'moved', leader: 'S2'}],
  ];
  for (const [what, operation, answer, atOnce, meaning] of cases) {
    it(`understands ${what}`, async () => {
      const {front, asked} = frontEnd();
      const result = front.ask(operation);
      front.answered(asked[0]!, {atOnce, answer});
      expect(await result).to.deep.equal(meaning);
    });
  }

  it('asks no server that does not lead, and takes its word for who does', async () => {
    const {front, asked, status} = frontEnd();
    status.changed('{"role":"follower","leaderId":null}', null);
    expect(await front.ask(SET)).to.deep.equal({kind: 'noLeader'});
    status.changed('{"leaderId":"S2"}', null);
    expect(await front.ask(SET)).to.deep.equal({kind: 'moved', leader: 'S2'});
    expect(asked).to.deep.equal([]);
    expect(front.leaderKnownLast()).to.equal('S2');
    status.changed('{"leaderId":null}', null);
    expect(front.leaderKnownLast()).to.equal('S2');
  });

  it('gives up a question that is not answered, and never calls a write undone', async () => {
    const {front} = frontEnd();
    expect(await Promise.all([front.ask(SET), front.ask(GET)]))
      .to.deep.equal([{kind: 'unknown'}, {kind: 'noLeader'}]);
  });

  it('tells what the log holds from what has changed in it', () => {
    const {front, status} = frontEnd();
    const fields = '{"role":"leader","currentTerm":3,"commitIndex":4}';
    status.changed(fields, '{"from":1,"entries":[1,2]}');
    status.changed('{}', '{"from":3,"entries":[3,4,5]}');
    expect(front.status()).to.deep.equal({
      role: 'leader', currentTerm: 3, leaderId: 'S1', commitIndex: 4, logFrom: 1, logTo: 5,
    });
    status.changed('{"lastIncludedIndex":5,"lastIncludedTerm":3}', '{"from":6,"entries":[]}');
    expect(front.status()).to.include({logFrom: 6, logTo: 5});
  });
});
