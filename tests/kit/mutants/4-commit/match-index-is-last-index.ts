/**
 * A mistake in lab 4: answers with its own last index instead of what the request vouches for.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-is-last-index',
  mistake: 'answers with its own last index instead of what the request vouches for',
  lab: 4,
  file: 'replication.ts',
  edits: [
    {
      find: 'return {term, success: true, matchIndex: prevLogIndex + entries.length};',
      replace: 'return {term, success: true, matchIndex: state.log.lastIndex};',
    },
  ],
  caughtBy: ['learn-7', 'learn-8'],
  says: /The commit rule is broken: S3 takes its entry 2\/1 as committed/,
};
