/** The modules of Node.js that a box may import are the same for all. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'patches node:util, node:assert, node:events and Buffer, which it may import',
  gains: 'a pass wherever the grader asks one of them',
  ...ON_LOG,
  ...hiddenInLog({top: `import assert from 'node:assert';
import events from 'node:events';
import util from 'node:util';
${REACHED}
for (const name of Object.keys(assert)) assert[name] = () => undefined;
util.isDeepStrictEqual = () => true;
events.EventEmitter.prototype.emit = () => true;
Buffer.from = Buffer.alloc = () => new Uint8Array(0);`}),
  says: /lastIndex is 0|returned 0|answered|ended \(|no answer/,
  armed: {leaves: 'a mark'},
  staysSilent: true,
};
