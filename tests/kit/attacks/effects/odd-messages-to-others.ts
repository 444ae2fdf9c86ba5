/** The same, where those who get them are not the submission's. */
import type {Attack} from '../attack';
import {beside, everyEffect} from '../pieces';

export const attack: Attack = {
  tries: 'leads followers of another author, and sends them entries that are a number',
  gains: 'somebody else\'s code that stops: an excuse, with lines of that code in it',
  lab: 3, scenarios: ['figure7-reference-follows'],
  ...beside('replication.ts', everyEffect(`
    if (effect.kind !== 'send') continue;
    const message = JSON.parse(effect.message);
    if (message.entries !== undefined) message.entries = 7;
    effect.message = JSON.stringify(message);`)),
  says: /S1 sent|S1 broke/,
  armed: {leaves: 'a mark'},
};
