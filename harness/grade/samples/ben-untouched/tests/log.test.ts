/**
 * Your own tests of the log: a second pair of eyes that never gets tired.
 *
 * Paper: §5.3; Figure 2, "State" and "AppendEntries RPC"; Figure 3.
 * They are run on correct logs, each of which must pass every test, and on broken ones, each of
 * which must fail one. So ask for what log.ts promises, and not for the way yours keeps it.
 * Promises: each test makes a log of its own; none relies on another.
 * Read next: labs/1-log/README.md, step 6.
 */
import {expect} from 'chai';
import {todo} from '#raft';
import {RaftLog} from '#solution/log';

describe('RaftLog', () => {
  it('puts an entry at the index that it returns', () => {
    const log = new RaftLog();
    expect(log.append({term: 1, command: 'x = 1'})).to.equal(1);
    // TODO(lab 1): what else must hold now? Then one `it` for each promise of log.ts (§5.3).
    return todo(1, 'describe');
  });
});
