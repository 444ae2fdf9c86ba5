/** A socket that is a file. */
import type {Attack} from '../attack';
import {ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'connects to a Unix socket of the machine',
  gains: 'the same, where only the network is shut',
  ...ON_LOG,
  ...hiddenInLog({top: `${builtin('net')}.connect('@socket@').on('error', () => undefined);`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a visitor'},
};
