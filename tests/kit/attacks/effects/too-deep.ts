/** A message as deep as the stack of whoever walks through it. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with values nested a hundred thousand deep',
  gains: 'a slip of the grader, whose stack is not endless',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) for (const effect of list) {
    if (effect.kind === 'result') effect.value = '['.repeat(100_000) + ']'.repeat(100_000);
  };
  return JSON.stringify(lists);`)}),
  says: /nested|deep|contract|no answer/,
  armed: {leaves: 'a mark'},
};
