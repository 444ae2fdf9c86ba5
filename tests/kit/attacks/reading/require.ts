/** The require that a file is given, asked for what it should not give. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'asks require, module.require and module.constructor for the file system',
  gains: 'everything that a program may read',
  ...ON_LOG,
  ...besideTheLog(`const ways = [
  () => require('fs'), () => module.require('fs'), () => module.constructor._load('fs'),
  () => require.main.require('fs'), () => require('#solution/../../reference/log'),
];
for (const way of ways) {
  const got = (() => { try { return way(); } catch { return undefined; } })();
  if (got !== undefined) throw new Error('taken: ' + Object.keys(got));
}
${REACHED}
throw new Error('denied: no way leads there');`),
  says: /denied:/,
  armed: {leaves: 'a mark'},
};
