/**
 * Lab 1: what it is called, what it is worth, and which functions the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 1,
  name: 'log',
  title: 'The log',
  points: 8,
  files: [
    {file: 'log.ts', functions: ['RaftLog']},
    {file: 'tests/log.test.ts', functions: ['describe']},
  ],
  sources: [],
};
