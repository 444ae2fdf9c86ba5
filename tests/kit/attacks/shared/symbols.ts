/** The register of symbols is one for all. */
import type {Attack} from '../attack';
import {followersRead, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries under a registered symbol',
  gains: 'logs that become equal although no follower takes an entry from a message',
  ...ON_FOLLOWERS,
  ...followersRead('Symbol[Symbol.for(\'kept\')] ??= {}'),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
