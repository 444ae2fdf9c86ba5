/** Messages that are JSON, and nothing that has a type. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, readReference, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'has its servers send null instead of messages',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_FOLLOWERS,
  files: {'replication.ts': `${everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) {
    for (const effect of list) {
      if (effect.kind === 'send') effect.message = 'null';
    }
  }
  return JSON.stringify(lists);`)}
${readReference('replication.ts')}`},
  honest: {},
  says: /broke|contract|sent|message/,
  armed: {leaves: 'a mark'},
};
