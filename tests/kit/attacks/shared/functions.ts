/** A function of the language may have fields. */
import type {Attack} from '../attack';
import {followersRead, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on a function that all boxes share',
  gains: 'logs that become equal although no follower takes an entry from a message',
  ...ON_FOLLOWERS,
  ...followersRead('structuredClone.kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
