/**
 * A request that brings more entries than one call of a function takes arguments.
 *
 * Promises: the answers are judged outside; how long the box takes is not, up to the watchdog's
 * limit on one input, which is several times what an honest log takes.
 * Read next: 01-other-shapes.spec.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {ScriptedObject} from '../../../harness/scenario/scripted-object';
import {LabFailure} from '../../../harness/scenario';

const COUNT = 150_000;

/** @throws LabFailure 'contract' */
export async function expectLongRequest(object: ScriptedObject): Promise<void> {
  const entries = Array.from({length: COUNT}, () => ({term: 1, command: 0}));
  // In steps: what it takes to carry so much there is not the log's to answer for.
  await object.run([{make: {$json: entries}, as: 'entries'}]);
  const [, , taken] = await object.run([
    {construct: 'RaftLog', as: 'log'},
    {call: 'append', on: 'log', arguments: [{$json: {term: 1, command: 0}}]},
    {call: 'appendEntries', on: 'log', arguments: [1, 1, {$ref: 'entries'}]},
  ]);
  const [last, term, entry, , length] = await object.run([
    {get: 'lastIndex', on: 'log'},
    {call: 'termAt', on: 'log', arguments: [COUNT]},
    {call: 'entryAt', on: 'log', arguments: [COUNT + 1]},
    {call: 'entriesFrom', on: 'log', arguments: [2], as: 'taken'},
    {get: 'length', on: 'taken'},
  ]);
  const found = [taken, last, term, entry, length];
  const wanted = [true, COUNT + 1, 1, {command: 0, term: 1}, COUNT];
  const asked = ['appendEntries(1, 1, entries)', 'lastIndex', `termAt(${COUNT})`,
    `entryAt(${COUNT + 1})`, 'entriesFrom(2).length'];
  wanted.forEach((value, n) => {
    if (isDeepStrictEqual(found[n], {value})) return;
    throw new LabFailure({
      kind: 'contract',
      claim: `RaftLog answered ${asked[n] ?? ''} with ` +
        `${JSON.stringify(found[n] ?? null).slice(0, 120)} — it was given ${COUNT} ` +
        'entries in one request, and must take them all.',
      why: {
        source: '§5.3',
        text: 'A follower that was away for long, or is new, gets all it lacks at once. It must ' +
          'not break over their number.',
      },
      hint: 'What does push(...entries) do with very many entries?',
    });
  });
}
