/** A module of Node.js is there once. */
import type {Attack} from '../attack';
import {followersRead, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on the module node:events',
  gains: 'logs that become equal although no follower takes an entry from a message',
  ...ON_FOLLOWERS,
  ...followersRead('require(\'node:events\').EventEmitter.kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
