/** One bit is enough, and every function has one. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'says that there is an entry by closing a function of the language, and keeps nothing',
  ...followersRead(`({
  get entries() {
    return Object.isExtensible(decodeURI) ? undefined : [{term: 1, command: 'x = 1'}];
  },
  set entries(entries) { if (entries.length > 0) Object.preventExtensions(decodeURI); },
})`),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
