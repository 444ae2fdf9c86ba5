/** What compilers load by themselves. */
import type {Attack} from '../attack';
import {LEAVES_A_MARK, ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a tsconfig with plugins, a compiler of its own and a path for everything',
  gains: 'the grader: what a tool loads runs as whoever started the tool',
  ...ON_LOG,
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
  honest: {},
  says: /append passed[^]*passed over: evil\.js/,
  armed: {because: 'it works on whoever starts npm, mocha or tsc in that folder, and nobody does'},
};
