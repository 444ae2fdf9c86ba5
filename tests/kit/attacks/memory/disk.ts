/** A disk that fills up. */
import type {Attack} from '../attack';
import {FS, REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'writes files to /tmp until nothing more fits, and then goes on as if nothing were',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: `${REACHED}
for (let n = 0; n < Infinity && n < 4_000; n++) {
  try { ${FS}.writeFileSync('/tmp/@token@' + n, Buffer.alloc(2 ** 20)); } catch { break; }
}
for (let n = 0; n < 3; n++) try { ${FS}.unlinkSync('/tmp/@token@' + n); } catch {}`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark', blunt: {find: 'Infinity', replace: '3'}},
};
