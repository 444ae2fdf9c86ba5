/** All channels but the one for answers. */
import type {Attack} from '../attack';
import {PROCESS, FS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'writes verdicts to every other channel it can name, process.send included',
  gains: 'a verdict, if one of them is a way to the grader',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const verdict = '{"verdict":"passed","points":100}\\n';
for (let channel = 2; channel < 64; channel++) {
  try { ${FS}.writeSync(channel, verdict); } catch {}
}
try { ${PROCESS}.send({verdict: 'passed'}); } catch {}`}),
  says: /lastIndex is 0|returned 0|answered|no answer/,
  armed: {leaves: 'a mark'},
};
