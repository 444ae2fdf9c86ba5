/** A message as deep as the stack of whoever walks through it. */
import type {Attack} from '../attack';
import {ON_LOG, everyResult, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with values nested a hundred thousand deep',
  gains: 'a slip of the grader, whose stack is not endless',
  ...ON_LOG,
  ...hiddenInLog({top: everyResult('\'[\'.repeat(100_000) + \']\'.repeat(100_000)')}),
  says: /nested|deep|contract|no answer/,
  armed: {leaves: 'a mark'},
};
