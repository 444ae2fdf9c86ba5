/**
 * A candidate stands in a term that is new to it.
 *
 * Paper: §5.2; Figure 2, "Rules for Servers", candidates.
 * Promises: judged by the requests it sends. Asking again in the same election is free.
 * Read next: one-vote.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerId} from '../raft/messages';
import {fact, refuse} from './words';

interface Following {
  readonly term: number;
  readonly atMs: number;
}

export function newTerm(): RaftCheck {
  /** By server, the latest term in which it was no candidate, and since when. */
  const following = new Map<ServerId, Following>();
  return {
    stateChanged({id, state: {role, currentTerm: term}}, _before, atMs) {
      if (role !== 'candidate' && following.get(id)?.term !== term) following.set(id, {term, atMs});
    },
    sent({id}, to, message, atMs) {
      if (message.type !== 'RequestVote') return;
      const before = following.get(id);
      if (before === undefined || message.term > before.term) return;
      refuse(`${id} asks for votes in term ${message.term}, in which it was no candidate before ` +
        '— each election has a term of its own.', [
        fact(id, `entered term ${before.term} as no candidate`, before.atMs),
        fact(id, `asked ${to} for its vote in term ${message.term}`, atMs),
      ], {
        source: '§5.2; Figure 2, "Rules for Servers"',
        text: 'A server that stands raises currentTerm first. In the old term its voters, and ' +
          'perhaps itself, may have voted already.',
      });
    },
  };
}
