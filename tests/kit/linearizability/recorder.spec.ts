/** What the recorder makes of invocations and outcomes. */
import {expect} from 'chai';
import {HistoryRecorder} from '../../../harness/linearizability/history';
import {kvModel} from '../../../harness/linearizability/kv-model';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';

const set: KvInput = {op: 'set', key: 'x', value: 'a'};
const get: KvInput = {op: 'get', key: 'x'};

function recorder(): HistoryRecorder<KvInput, KvOutput> {
  return new HistoryRecorder<KvInput, KvOutput>(kvModel);
}

describe('the recorder of a history', () => {
  it('gives every invocation and return a number that grows, also within one instant', () => {
    const history = recorder();
    const first = history.invoked('C1', set, 5);
    const second = history.invoked('C2', get, 5);
    history.returned(second, 'a', 5);
    history.returned(first, null, 5);

    expect(history.operations()).to.deep.equal([
      {
        id: first, client: 'C1', input: set, output: null, invokedAt: 1, returnedAt: 4,
        invokedAtMs: 5, returnedAtMs: 5,
      },
      {
        id: second, client: 'C2', input: get, output: 'a', invokedAt: 2, returnedAt: 3,
        invokedAtMs: 5, returnedAtMs: 5,
      },
    ]);
  });

  it('keeps a write of unknown outcome, and one that is still under way', () => {
    const history = recorder();
    history.unknown(history.invoked('C1', set, 1));
    history.invoked('C2', set, 2);

    expect(history.operations().map(({client, returnedAt}) => [client, returnedAt]))
      .to.deep.equal([['C1', null], ['C2', null]]);
  });

  it('drops what surely did not happen, and reads without an answer', () => {
    const history = recorder();
    history.failed(history.invoked('C1', set, 1));
    history.unknown(history.invoked('C1', get, 2));
    history.invoked('C2', get, 3);

    expect(history.operations()).to.deep.equal([]);
  });

  it('settles an operation once', () => {
    const history = recorder();
    const id = history.invoked('C1', set, 1);
    history.unknown(id);

    expect(() => history.returned(id, null, 2)).to.throw('operation 0 is unknown');
    expect(() => history.failed(7)).to.throw('no operation has the id 7');
  });
});
