/** A loop in WebAssembly. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'loops in WebAssembly, made from bytes at run time',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: `${REACHED}
const wasm = [].at.constructor('return WebAssembly')();
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0,
  3, 64, 12, 0, 11, 11];
new wasm.Instance(new wasm.Module(new Uint8Array(bytes)));`}),
  says: /no answer|does not end|ended/,
  armed: {leaves: 'a mark'},
};
