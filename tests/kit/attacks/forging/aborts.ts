/** The end of a process that is nobody's fault. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'aborts its process, as a slip of Node.js or of the machine would',
  gains: 'a second try or an excuse, if a crash is taken for the grader\'s own',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}\n${PROCESS}.abort();`}),
  says: /ended \(|memory/,
  armed: {leaves: 'a mark'},
};
