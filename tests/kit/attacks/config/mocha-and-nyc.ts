/** Files that test runners load by themselves. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, IS_LOADED_BY_TOOLS} from '../pieces';

export const attack: Attack = {
  tries: 'hands in configurations of mocha, nyc and ts-node that load its code',
  ...IS_LOADED_BY_TOOLS,
  files: {
    '.mocharc.js': LEAVES_A_MARK,
    '.mocharc.json': '{"require": "./evil.js"}',
    '.nycrc': '{"require": ["./evil.js"]}', '.env': 'NODE_OPTIONS=--require ./evil.js',
    'evil.js': LEAVES_A_MARK, 'log.js': LEAVES_A_MARK, 'log.ts.error': 'not so',
    'log.d.ts': 'export class RaftLog {}',
  },
  says: /append passed[^]*passed over: \.mocharc\.js/,
};
