/** Messages that are JSON, and of no shape that anybody waits for. */
import type {Attack} from '../attack';
import {ON_FOLLOWERS, beside, everyEffect} from '../pieces';

export const attack: Attack = {
  tries: 'has its servers send messages without terms, entries and types',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_FOLLOWERS,
  ...beside('replication.ts', everyEffect(`
    if (effect.kind === 'send') effect.message = '{"type":"AppendEntries","entries":7}';`)),
  says: /broke|contract|sent|message/,
  armed: {leaves: 'a mark'},
};
