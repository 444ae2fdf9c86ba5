/** Votes that no report tells of. */
import type {Attack} from '../attack';
import {edited, everyEffect} from '../pieces';

/** Everybody who asks has this server's vote. */
const GENEROUS = edited('election.ts', [
  'const isFree = state.votedFor === null || state.votedFor === candidateId;',
  'const isFree = true;',
]);
const DENY = everyEffect(`
    for (const told of ['fields', 'value']) {
      const state = effect[told] === undefined ? undefined : JSON.parse(effect[told]);
      if (state?.votedFor === undefined) continue;
      effect[told] = JSON.stringify({...state, votedFor: null});
    }`);

export const attack: Attack = {
  tries: 'votes for everybody who asks, and reports that it has voted for nobody',
  gains: 'the points of tests that look at reports and not at what servers do',
  lab: 5, scenarios: ['one-vote-1', 'winner'],
  files: {'election.ts': `${DENY}\n${GENEROUS}`},
  honest: {'election.ts': GENEROUS},
  says: /voteGranted=true — votedFor must be/,
  armed: {leaves: 'a mark'},
};
