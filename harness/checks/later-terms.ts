/**
 * A server that learns of a later term enters it at once, and follows.
 *
 * Paper: §5.1; Figure 2, "Rules for Servers", all servers.
 * Promises: a RequestVote may be disregarded whole, as a server does that has just heard from its
 * leader (end of §6).
 * Read next: monotonic.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {Handling} from './handling';
import {refuse} from './words';

export function laterTerms(handling: Handling): RaftCheck {
  return {
    inputDone({id, state}, atMs) {
      const {now} = handling;
      if (now === null || now.message.term <= state.currentTerm) return;
      const {from, message: {type, term}} = now;
      if (type === 'RequestVote') return;
      refuse(`${id} heard of term ${term} from ${from} and stayed ${state.role} of term ` +
        `${state.currentTerm} — whoever learns of a later term enters it, as a follower.`, [
        {who: from, what: `sent ${type} of term ${term}`},
        {who: id, what: `handled it, and is ${state.role} of term ${state.currentTerm}`, atMs},
      ], {
        source: '§5.1; Figure 2, "Rules for Servers"',
        text: 'Terms tell who is behind. A leader that does not step down goes on as if nobody ' +
          'had been elected after it.',
      });
    },
  };
}
