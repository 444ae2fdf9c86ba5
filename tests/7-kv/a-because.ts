/**
 * Why the expectations of these stories must hold.
 *
 * Paper: §5.1, §5.2, §5.3.
 * Read next: a-02-restarts.spec.ts.
 */
import type {Because} from '../../harness/scenario';

export const ONE_VOTE: Because = {
  source: '§5.2; Figure 2, "State"',
  text: 'A vote is for the whole term, also after a crash. A server that forgot it would vote ' +
    'again, and two candidates could each have a majority.',
};

export const LATER_TERM: Because = {
  source: '§5.1; Figure 2, "State"',
  text: 'currentTerm is persistent: a server that forgot a later term would follow a leader that ' +
    'was replaced long ago.',
};

export const APPLIES_AGAIN: Because = {
  source: '§5.3; Figure 2, "State"',
  text: 'commitIndex and lastApplied are volatile, and so is the state machine. As soon as a ' +
    'leader says what is committed, a server that started again applies its log from the start.',
};

export const STAYS: Because = {
  source: '§5.4.3; Figure 2, "State"',
  text: 'What is committed is on the disks of a majority. Whoever crashes, and however often, ' +
    'some server of every later majority has it.',
};
