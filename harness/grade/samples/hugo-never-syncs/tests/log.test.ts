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
import type {LogEntry} from '#raft';
import {RaftLog} from '#solution/log';

/** Entries of these terms, in the places behind `indexBefore`; commands tell them apart. */
function entries(terms: readonly number[], indexBefore = 0): LogEntry[] {
  return terms.map((term, n) => ({term, command: `${indexBefore + n + 1}/${term}`}));
}

function logOf(...terms: readonly number[]): RaftLog {
  const log = new RaftLog();
  for (const entry of entries(terms)) log.append(entry);
  return log;
}

/** All of the log, read from outside. */
function expectTerms(log: RaftLog, ...terms: readonly number[]): void {
  expect(log.entriesFrom(1)).to.deep.equal(entries(terms));
  expect(log.lastIndex).to.equal(terms.length);
  expect(log.lastTerm).to.equal(terms.at(-1) ?? 0);
}

describe('RaftLog', () => {
  describe('append', () => {
    it('puts an entry at the index that it returns', () => {
      const log = logOf(1);
      expect(log.append({term: 2, command: '2/2'})).to.equal(2);
      expectTerms(log, 1, 2);
      expect(log.entryAt(2)).to.deep.equal({term: 2, command: '2/2'});
      expect(log.termAt(3)).to.equal(undefined);
    });

    it('refuses a term that falls', () => {
      const log = logOf(1, 3);
      expect(() => log.append({term: 2, command: 'late'})).to.throw(/term/);
      expectTerms(log, 1, 3);
    });
  });

  describe('appendEntries', () => {
    it('takes entries behind an entry that is there', () => {
      const log = logOf(1, 1);
      expect(log.appendEntries(2, 1, entries([2, 2], 2))).to.equal(true);
      expectTerms(log, 1, 1, 2, 2);
    });

    it('refuses entries behind a gap', () => {
      const log = logOf(1, 1);
      expect(log.appendEntries(3, 1, entries([1], 3))).to.equal(false);
      expectTerms(log, 1, 1);
    });

    it('refuses entries, and heartbeats, behind an entry of another term', () => {
      const log = logOf(1, 2);
      expect(log.appendEntries(2, 3, entries([3], 2))).to.equal(false);
      expect(log.appendEntries(2, 3, [])).to.equal(false);
      expect(log.appendEntries(5, 2, [])).to.equal(false);
      expectTerms(log, 1, 2);
    });

    it('cuts from a conflict on', () => {
      const log = logOf(1, 2, 2, 2);
      expect(log.appendEntries(1, 1, entries([3], 1))).to.equal(true);
      expectTerms(log, 1, 3);
    });

    it('replaces an entry by one of an earlier term (Figure 8)', () => {
      const log = logOf(1, 4, 4);
      expect(log.appendEntries(1, 1, entries([3], 1))).to.equal(true);
      expectTerms(log, 1, 3);
    });

    it('comes to the same if it comes twice', () => {
      const log = logOf(1, 1);
      for (let times = 0; times < 2; times++) log.appendEntries(1, 1, entries([2, 2], 1));
      expectTerms(log, 1, 2, 2);
    });

    it('cuts nothing if it comes late', () => {
      const log = logOf(1, 1, 2, 2);
      log.appendEntries(0, 0, entries([1]));
      log.appendEntries(1, 1, []);
      expectTerms(log, 1, 1, 2, 2);
    });

    it('does nothing of a request with a bad entry', () => {
      const log = logOf(1, 2, 2);
      expect(() => log.appendEntries(1, 1, entries([3, 2], 1))).to.throw(/term/);
      expectTerms(log, 1, 2, 2);
    });
  });

  describe('its entries', () => {
    it('stay what they were when the caller changes an object', () => {
      const log = new RaftLog();
      const entry = {term: 1, command: {put: {key: 'k'}}};
      log.append(entry);
      entry.command.put.key = 'changed';
      expect(log.entryAt(1)).to.deep.equal({term: 1, command: {put: {key: 'k'}}});
    });

    it('stay what they were when a reader changes an object', () => {
      const log = logOf(1);
      Reflect.set(log.entryAt(1)!, 'term', 9);
      Reflect.set(log.entriesFrom(1)[0]!, 'command', 'changed');
      expectTerms(log, 1);
    });
  });
});
