/** A process that ends as if all were well. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'ends its process with code 0 while it is loaded',
  gains: 'every point, if an empty run without an error counts as a pass',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}\n${PROCESS}.exit(0);`}),
  says: /ended \(code 0\)/,
  armed: {leaves: 'a mark'},
};
