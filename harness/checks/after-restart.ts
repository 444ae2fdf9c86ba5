/**
 * What a server had synced, it knows again after a restart: its term, its vote and its log.
 *
 * Paper: Figure 2, "State", persistent state on all servers.
 * Promises: what was not synced may be forgotten. If somebody was told of it nevertheless, that is
 * for synced-before-sent.ts to say.
 * Read next: monotonic.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {Durable, DurableLogs} from './durable-logs';
import {broken, drawTerms, fact} from './words';

export function afterRestart(durable: DurableLogs): RaftCheck {
  return {
    booted(server, atMs) {
      if (server.incarnation === 0) return;
      const disk = durable.of(server.id);
      const lost = whatIsLost(server, disk);
      if (lost === null) return;
      const {id} = server;
      broken('Persistence', `${id} had synced ${lost.before} and restarted with ${lost.after}`, [
        fact(id, `synced ${lost.before}`, disk.syncedAtMs),
        fact(id, `restarted with ${lost.after}`, atMs),
      ], {
        source: '§5.1; Figure 2, "State"',
        text: 'Others rely on what this server told them before the crash: the terms it has ' +
          'seen, the vote it gave, the entries it stores.',
      });
    },
  };
}

interface Lost {
  readonly before: string;
  readonly after: string;
}

function whatIsLost({state, log}: ServerView, disk: Durable): Lost | null {
  if (state.currentTerm !== disk.currentTerm) {
    return {before: `currentTerm ${disk.currentTerm}`, after: `currentTerm ${state.currentTerm}`};
  }
  if (state.votedFor !== disk.votedFor) {
    const inTerm = `in term ${disk.currentTerm}`;
    return {
      before: `votedFor ${disk.votedFor ?? 'nobody'} ${inTerm}`,
      after: `votedFor ${state.votedFor ?? 'nobody'} ${inTerm}`,
    };
  }
  const isSame = log.length === disk.terms.length &&
    log.every(({term}, n) => term === disk.terms[n]);
  if (isSame) return null;
  return {
    before: `the log ${drawTerms(disk.terms)}`,
    after: `the log ${drawTerms(log.map(({term}) => term))}`,
  };
}
