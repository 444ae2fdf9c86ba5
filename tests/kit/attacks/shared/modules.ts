/** A module of Node.js is there once. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on the module node:events',
  ...followersRead('require(\'node:events\').EventEmitter.kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
