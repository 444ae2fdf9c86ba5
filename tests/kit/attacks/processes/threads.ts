/** Threads that no watchdog of the main thread sees. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'starts worker threads that spin',
  gains: 'the CPU time of everybody else, behind the back of a limit for one thread',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
for (let n = 0; n < 8; n++) {
  try {
    new (${builtin('worker_threads')}.Worker)('for (;;);', {eval: true})
      .on('error', () => undefined).unref();
  } catch {}
}`}),
  says: /lastIndex is 0|returned 0|answered|no answer|does not end/,
  armed: {leaves: 'a mark'},
};
