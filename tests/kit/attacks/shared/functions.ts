/** A function of the language may have fields. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries on a function that all boxes share',
  ...followersRead('structuredClone.kept ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
