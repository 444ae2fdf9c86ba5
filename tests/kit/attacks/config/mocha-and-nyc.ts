/** Files that test runners load by themselves. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in configurations of mocha, nyc and ts-node that load its code',
  gains: 'the grader: what a tool loads runs as whoever started the tool',
  ...ON_LOG,
  files: {
    '.mocharc.js': LEAVES_A_MARK,
    '.mocharc.json': '{"require": "./evil.js"}',
    '.nycrc': '{"require": ["./evil.js"]}', '.env': 'NODE_OPTIONS=--require ./evil.js',
    'evil.js': LEAVES_A_MARK, 'log.js': LEAVES_A_MARK, 'log.ts.error': 'not so',
    'log.d.ts': 'export class RaftLog {}',
  },
  honest: {},
  says: /append passed[^]*passed over: \.mocharc\.js/,
  armed: {because: 'it works on whoever starts npm, mocha or tsc in that folder, and nobody does'},
};
