/** An error in the words of a slip of the grader. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws what looks like an error of the kit and not of its own',
  gains: 'points by hand: nobody should lose any through a slip of the grader',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    throw Object.assign(new Error('This is a bug in the lab kit, not in your Raft: no such box'),
      {name: 'ScriptError'});`}),
  says: /The object threw ScriptError: This is a bug in the lab kit/,
  armed: {leaves: 'a mark'},
};
