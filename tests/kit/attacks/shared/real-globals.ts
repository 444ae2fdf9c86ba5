/** The globals behind those of the box. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on the real globalThis',
  ...followersRead('[].at.constructor(\'return globalThis\')().kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
