/** What compilers load by themselves. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, IS_LOADED_BY_TOOLS} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tsconfig with plugins, a compiler of its own and a path for everything',
  ...IS_LOADED_BY_TOOLS,
  files: {
    'tsconfig.json': JSON.stringify({
      extends: './evil.json',
      compilerOptions: {
        plugins: [{name: './evil.js', transform: './evil.js'}],
        paths: {'#raft': ['./evil.ts']}, typeRoots: ['./'],
      },
      'ts-node': {require: ['./evil.js'], compiler: './evil.js'},
    }),
    'evil.js': LEAVES_A_MARK,
  },
  says: /append passed[^]*passed over: evil\.js/,
};
