/** The real Math and Date lie right behind those of a box. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'overrides chance and time, those of the box and the real ones behind them',
  gains: 'chosen delays and draws, if the world drew its own with the same functions',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const chance = Object.getPrototypeOf(Math);
Math.floor = chance.floor = chance.max = () => 0;
chance.random = () => 0.5;
Date.now = () => 0;
const time = Object.getPrototypeOf(Date.prototype);
time.getTime = () => 0;
time.constructor.now = () => 0;`}),
  says: /lastIndex is 0|returned 0|answered|ended \(|no answer/,
  armed: {leaves: 'a mark'},
};
