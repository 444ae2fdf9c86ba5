/** Messages that the network, the trace and the recorder keep. */
import type {Attack} from '../attack';
import {beside, everyEffect} from '../pieces';

export const attack: Attack = {
  tries: 'makes each of its messages ten megabytes long',
  gains: 'the end of the grader, whose memory is not limited as its own is',
  lab: 3, scenarios: ['one-leader'],
  ...beside('replication.ts', everyEffect(
    'if (effect.kind === \'send\') effect.message += \' \'.repeat(10_000_000);')),
  says: /failed/,
  armed: {leaves: 'a mark'},
};
