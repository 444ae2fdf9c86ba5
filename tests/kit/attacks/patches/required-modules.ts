/** Every module that the process has loaded, through its own register. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'replaces all functions of all loaded modules by ones that say passed',
  gains: 'a pass, if any of them has a word in the verdict',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
for (const {exports} of Object.values(${builtin('module')}._cache)) {
  for (const key of Object.keys(Object(exports))) {
    if (typeof exports[key] !== 'function') continue;
    try { exports[key] = () => ({verdict: 'passed'}); } catch {}
  }
}`}),
  says: /lastIndex is 0|returned 0|answered|ended \(|no answer|threw|what no box can send/,
  armed: {leaves: 'a mark'},
  staysSilent: true,
};
