/** Prototypes that are reached through what a log hands out. */
import type {Attack} from '../attack';
import {ON_TESTS, REACHED, testsThat} from '../pieces';

export const attack: Attack = {
  tries: 'leaves a mark on every prototype it reaches through an entry, for its next run to see',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`const log = new RaftLog();
    log.append({term: 1, command: {list: []}});
    const [entry] = log.entriesFrom(1);
    const isMarked = entry.left !== undefined || [].left !== undefined;
    for (const reached of [entry, entry.command, entry.command.list, log.entriesFrom(1), log]) {
      for (const change of [
        () => { reached.__proto__.left = 1; }, () => { reached.constructor.prototype.left = 1; },
        () => Object.setPrototypeOf(reached, {left: 1}),
        () => Object.defineProperty(reached, '__proto__', {value: {left: 1}}),
        () => { JSON.parse('{"__proto__": {"left": 1}}', (key, value) => reached[key] = value); },
      ]) try { change(); } catch {}
    }
    return isMarked;`, REACHED)},
  says: /pass on all \d+ broken logs/,
  armed: {leaves: 'a mark'},
};
