/** A server of its own, for other processes of the same submission. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'listens on an abstract socket and on a port, so that two of its processes could talk',
  gains: 'a hidden channel between servers that run in processes of their own',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
for (const place of ['\\0@token@', 0]) {
  ${builtin('net')}.createServer().on('error', () => undefined).listen(place).unref();
}`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
