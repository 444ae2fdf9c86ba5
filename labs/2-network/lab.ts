/**
 * Lab 2: what it is called, what it is worth, and which functions the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 2,
  name: 'network',
  title: 'The network',
  points: 7,
  files: [
    {file: 'framing.ts', functions: ['encodeFrame', 'FrameDecoder']},
    {file: 'network.ts', functions: ['RaftNetwork']},
  ],
  sources: ['the network', 'framing'],
};
