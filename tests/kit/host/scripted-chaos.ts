/**
 * The objects of labs 1 and 2 under random scripts: for comparing hosts, not for the labs.
 *
 * Read next: one-trace.spec.ts.
 */
import type {Operation, ScriptValue} from '../../../harness/host/script';
import type {ScenarioDefinition, Scene} from '../../../harness/scenario/definition';

const SERVERS = ['S1', 'S2', 'S3'];

function scripted(
  lab: number, module: string, body: (scene: Scene) => Promise<void>,
): ScenarioDefinition {
  return {
    lab, labName: 'any', section: '§2', group: 'chaos', title: 'chaos', name: 'chaos', points: 1,
    seeds: [1], options: {points: 1, module}, body,
  };
}

/** Entries good and bad, kept, changed and read again; refusals carry the frames of a stack. */
export const logChaos = scripted(1, 'log', async ({object, chance}) => {
  await object.run([{construct: 'RaftLog', as: 'log'}]);
  for (let n = 0; n < 40; n++) {
    const term = chance.between(-1, 3);
    await object.run([
      {make: {term, command: {at: chance.fraction(), text: 'é\u2028'}}, as: 'entry'},
      {call: 'append', on: 'log', arguments: [{$ref: 'entry'}]},
      {set: {$special: 'NaN'}, at: ['term'], of: 'entry'},
      {call: 'entryAt', on: 'log', arguments: [chance.between(-1, 9)]},
      {call: 'appendEntries', on: 'log', arguments: [chance.between(0, 9), 1, [{$ref: 'entry'}]]},
      {call: 'entriesFrom', on: 'log', arguments: [1]},
    ]);
  }
});

/** Everything that a network can do to messages, drawn by its own chance. */
export const networkChaos = scripted(2, 'network', async ({object, chance}) => {
  await object.run([
    {seedRandom: chance.between(1, 1_000_000), as: 'random'},
    {makeSchedule: true, as: 'schedule'},
    {construct: 'RaftNetwork', as: 'network', arguments: [
      {servers: SERVERS, random: {$ref: 'random'}, schedule: {$ref: 'schedule'}},
    ]},
    ...SERVERS.map((server): Operation =>
      ({call: 'createEndpoint', on: 'network', arguments: [server], as: server})),
    {call: 'setLoss', on: 'network', arguments: [0.2]},
    {call: 'setDuplication', on: 'network', arguments: [0.2]},
    {call: 'setDelay', on: 'network', arguments: [{delayMsMin: 0, delayMsMax: 20}]},
  ]);
  for (let n = 0; n < 40; n++) {
    const [from = '', to = ''] = chance.shuffle(SERVERS);
    const message: ScriptValue = {n, at: chance.fraction()};
    await object.run([
      {call: 'send', on: from, arguments: [to, message]},
      {advanceMs: chance.between(0, 10)},
      {drain: to},
      {call: chance.happens(0.3) ? 'cutOff' : 'heal', on: 'network', arguments: [from]},
    ]);
  }
});
