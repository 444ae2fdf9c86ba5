/** The register of symbols is one for all. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries under a registered symbol',
  ...followersRead('Symbol[Symbol.for(\'kept\')] ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
