/**
 * A server sends nothing to itself: from lab 6 on it chooses by itself whom it sends to.
 *
 * Paper: Figure 2, "Rules for Servers": requests go to each of the other servers.
 * Read next: timed-cluster.ts.
 */
import {LabFailure} from '../world/lab-failure';
import type {RaftCheck} from './raft-watch';

export const selfTalk: RaftCheck = {
  sent({id}, to, {type}, atMs) {
    if (to !== id) return;
    throw new LabFailure({
      kind: 'contract',
      claim: `${id} sent ${type} to itself — requests go to the other servers.`,
      facts: [{who: id, what: `sent ${type} to ${to}`, atMs}],
      why: {
        source: '§5.2, Figure 2 "Rules for Servers"',
        text: 'What a server knows of its own log it need not be told, and a leader that ' +
          'receives AppendEntries of its own term takes itself for a follower.',
      },
      hint: 'Does `servers` name this server too?',
      functions: ['timing.leadershipBegan', 'timing.entriesAppended', 'reads.read'],
    });
  },
};
