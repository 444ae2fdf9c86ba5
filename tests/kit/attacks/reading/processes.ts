/** All that runs on the machine, in /proc. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads command lines and environments of all processes it can see',
  gains: 'the paths, the options and the secrets of the grader',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const real = ${FS};
    const read = name => { try { return real.readFileSync(name, 'utf8'); } catch { return ''; } };
    const all = real.readdirSync('/proc').filter(name => /^[0-9]+$/.test(name))
      .map(id => read('/proc/' + id + '/cmdline') + read('/proc/' + id + '/environ')).join();
    if (!all.includes('harness')) throw new Error('no grader in sight');
    return all.slice(all.indexOf('harness'));
  })()`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
