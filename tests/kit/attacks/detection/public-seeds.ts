/** The seeds that everybody knows. */
import {seededRandom} from '../../../../harness/host/environment';
import {mix, nameNumber} from '../../../../harness/world/chance';
import type {Attack} from '../attack';
import {idleLog, rightOrIdle} from '../pieces';

/** What the box of each public seed draws first. */
const DRAWS = Array.from({length: 20}, (_, n) =>
  seededRandom(mix(n + 1, nameNumber('the object'), 0))());

export const attack: Attack = {
  tries: 'recognises the public seeds by their first draw, and is right on these only',
  gains: 'the points of random tests, for answers that fit the known ones',
  lab: 1, scenarios: ['histories'],
  files: rightOrIdle(`${JSON.stringify(DRAWS)}.includes(Math.random())`),
  honest: {'log.ts': idleLog()},
  says: /histories failed/,
  armed: {passes: true},
};
