/** Names of files are texts, too. */
import type {Attack} from '../attack';
import {IS_LOADED_BY_TOOLS, LEAVES_A_MARK} from '../pieces';

export const attack: Attack = {
  tries: 'names its files with escape sequences, commands, formulas and marks of direction',
  ...IS_LOADED_BY_TOOLS,
  gains: 'a terminal, a build service or a spreadsheet that does what a name says',
  files: Object.fromEntries([
    '\u001b[2J\u001b]0;A\u0007.js', '::set-output name=result::pass\n##[error].js', '\u202esj.js',
    '=cmd|x!A1.js', '<img src=x onerror=alert(1)>.js', '\u009b31m\u2028\r.js',
  ].map(name => [name, LEAVES_A_MARK])),
  says: /append passed[^]*passed over: /,
};
