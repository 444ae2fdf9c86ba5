/**
 * Lab 6: what it is called, what it is worth, and which classes the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 6,
  name: 'timing',
  title: 'Timing',
  points: 15,
  files: [
    {
      file: 'timing.ts',
      functions: [
        'Timing.start', 'Timing.electionTimerReset', 'Timing.leadershipBegan',
        'Timing.leadershipEnded', 'Timing.entriesAppended', 'Timing.resultsReceived',
      ],
    },
    {
      file: 'reads.ts',
      functions: [
        'Reads.leadershipBegan', 'Reads.leadershipEnded', 'Reads.read', 'Reads.currentRound',
        'Reads.roundAnswered', 'Reads.entriesApplied',
      ],
    },
  ],
  sources: ['course notes', 'Go labs'],
};
