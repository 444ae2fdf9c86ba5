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
    {file: 'timing.ts', functions: ['Timing']},
    {file: 'reads.ts', functions: ['Reads']},
  ],
  sources: ['course notes', 'Go labs'],
};
