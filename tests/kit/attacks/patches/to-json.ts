/** A toJSON for everything there is. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'puts a toJSON on Object.prototype that turns everything into a verdict',
  gains: 'answers of its own making on all levels at once',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
Object.prototype.toJSON = () => ({verdict: 'passed'});`}),
  says: /toJSON|ended \(|no box can send/,
  armed: {leaves: 'a mark'},
};
