/** The stacks that failures are explained with. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'patches Error.prepareStackTrace and throws, with frames in files of the grader',
  gains: 'lines of the grader\'s files in the report, if frames are looked up and shown',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
Error.stackTraceLimit = Infinity;
Error.captureStackTrace = () => undefined;
Error.prepareStackTrace = () => 'Error\\n' +
  '    at key (@others@/log.ts:1:1)\\n    at one (@root@/reference/log.ts:17:1)\\n'.repeat(1000);`,
  append: 'throw Object.assign(new Error(\'where?\'), {stack: new Error(\'x\').stack});'}),
  says: /threw Error/,
  armed: {leaves: 'a mark'},
};
