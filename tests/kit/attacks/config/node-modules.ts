/** Packages in the place of the kit's. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, IS_LOADED_BY_TOOLS} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a node_modules with a chai, a mocha and a TypeScript of its own',
  ...IS_LOADED_BY_TOOLS,
  files: {
    'node_modules/chai/index.js': LEAVES_A_MARK,
    'node_modules/chai/package.json': '{"main": "index.js"}',
    'node_modules/typescript/lib/typescript.js': LEAVES_A_MARK,
    'node_modules/.bin/tsc': LEAVES_A_MARK,
    'node_modules/mocha/index.js': LEAVES_A_MARK, 'node_modules/acorn/index.js': LEAVES_A_MARK,
  },
  says: /append passed[^]*passed over: node_modules\//,
};
