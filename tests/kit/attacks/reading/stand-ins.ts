/** What stands in for earlier labs, told in the name of a function. */
import type {Attack} from '../attack';
import {FS, REACHED, idleLog, readReference} from '../pieces';

export const attack: Attack = {
  tries: 'reads what stands in for its own log, and tells it as the name of an unwritten function',
  gains: 'the solution of an earlier lab, in the one run that has it beside it',
  lab: 3, scenarios: ['a-command-reaches-every-follower'],
  files: {
    'log.ts': idleLog(),
    'replication.ts': `${readReference('replication.ts')}
const real = ${FS};
const read = place => {
  try { return real.readFileSync(place, 'utf8').slice(0, 300); } catch { return ''; }
};
const text = ['/kit/given/', __dirname + '/../given/'].flatMap(folder =>
  ['log.js', 'log.ts'].map(name => read(folder + name))).join('');
${REACHED}
throw Object.assign(new Error('later'),
  {name: 'NotWritten', lab: 3, functionName: text === '' ? 'denied' : 'taken: ' + text});`,
  },
  honest: {'log.ts': idleLog()},
  says: /not written/,
  armed: {leaves: 'a mark'},
};
