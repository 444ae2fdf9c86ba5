/** Scripts that npm runs by itself. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, IS_LOADED_BY_TOOLS} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a package.json with scripts for every occasion, and an .npmrc',
  ...IS_LOADED_BY_TOOLS,
  files: {
    'package.json': JSON.stringify({
      scripts: Object.fromEntries(
        ['preinstall', 'install', 'prepare', 'pretest', 'test', 'posttest']
          .map(name => [name, 'node evil.js'])),
      imports: {'#solution/*': './evil.js', '#raft': './evil.js'},
      mocha: {require: './evil.js'}, nyc: {require: ['./evil.js']}, main: './evil.js',
    }),
    '.npmrc': 'node-options=--require ./evil.js\nscript-shell=./evil.js\n',
    'evil.js': LEAVES_A_MARK,
  },
  says: /append passed[^]*passed over: evil\.js/,
};
