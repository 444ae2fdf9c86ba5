/** As deep as nobody forbids. */
import type {Attack} from '../attack';
import {ON_FOLLOWERS, beside, everyEffect} from '../pieces';

export const attack: Attack = {
  tries: 'sends commands nested nine hundred deep, a little less than what is refused',
  gains: 'a slip of whoever walks through a message by recursion, and an excuse',
  ...ON_FOLLOWERS,
  ...beside('replication.ts', everyEffect(`
    if (effect.kind === 'send') {
      effect.message = effect.message.replace('"command":"x = 1"',
        '"command":' + '['.repeat(900) + ']'.repeat(900));
    }
    if (effect.kind === 'changed' && effect.log !== null) {
      effect.log = effect.log.replace('"command":"x = 1"',
        '"command":' + '['.repeat(900) + ']'.repeat(900));
    }`)),
  says: /broke the contract: .*nested more than 100 levels/,
  armed: {leaves: 'a mark'},
};
