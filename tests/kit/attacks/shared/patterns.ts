/** What the last pattern matched, which the language remembers for all. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps the leader\'s entries in RegExp.input, as the text that was matched last',
  ...followersRead(`({
  get entries() {
    try { return JSON.parse(RegExp.input.slice(1)); } catch { return undefined; }
  },
  set entries(entries) { /^@/.test('@' + JSON.stringify(entries)); },
})`),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
