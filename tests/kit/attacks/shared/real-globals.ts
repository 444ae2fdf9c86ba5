/** The globals behind those of the box. */
import type {Attack} from '../attack';
import {followersRead, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on the real globalThis',
  gains: 'logs that become equal although no follower takes an entry from a message',
  ...ON_FOLLOWERS,
  ...followersRead('[].at.constructor(\'return globalThis\')().kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
