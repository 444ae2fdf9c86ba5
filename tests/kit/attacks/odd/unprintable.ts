/** A thrown thing that cannot be told. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws a proxy on which everything throws',
  gains: 'a slip of the kit in its own process, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    const no = () => { throw thrown; };
    const thrown = new Proxy(new Error(), {get: no, has: no, getPrototypeOf: no, ownKeys: no});
    throw thrown;`}),
  says: /cannot even be printed|threw|answered/,
  armed: {leaves: 'a mark'},
};
