/** A connection to a server on the same machine. */
import type {Attack} from '../attack';
import {ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'connects to a TCP server of the machine',
  gains: 'a way out for whatever it has read, and in for answers made elsewhere',
  ...ON_LOG,
  ...hiddenInLog({top: `${builtin('net')}.connect(Number('@port@'), '127.0.0.1')
  .on('error', () => undefined);`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a visitor'},
};
