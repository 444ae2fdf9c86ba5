/** What is put on a prototype is there for all. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on Array.prototype, where followers take them from',
  ...followersRead(`(() => {
  if (!('kept' in Array.prototype)) {
    Object.defineProperty(Array.prototype, 'kept', {value: {}});
  }
  return Array.prototype.kept;
})()`),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
