/** Messages that the network, the trace and the recorder keep. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, readReference} from '../pieces';

const LONGER = `${REACHED}
  const lists = JSON.parse(text);
  for (const effect of lists.flat()) {
    if (effect.kind === 'send') effect.message += ' '.repeat(10_000_000);
  }
  return JSON.stringify(lists);`;

export const attack: Attack = {
  tries: 'makes each of its messages ten megabytes long',
  gains: 'the end of the grader, whose memory is not limited as its own is',
  lab: 3, scenarios: ['one-leader'],
  files: {'replication.ts': `${everyAnswer(LONGER)}
${readReference('replication.ts')}`},
  honest: {},
  says: /failed/,
  armed: {leaves: 'a mark'},
};
