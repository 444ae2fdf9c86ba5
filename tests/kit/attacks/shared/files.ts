/** A file that all of a process can read. */
import type {Attack} from '../attack';
import {FS, followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries in a file in /tmp',
  ...followersRead(`({
  get entries() {
    try { return JSON.parse(${FS}.readFileSync('/tmp/@token@')); } catch { return undefined; }
  },
  set entries(entries) { ${FS}.writeFileSync('/tmp/@token@', JSON.stringify(entries)); },
})`),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
