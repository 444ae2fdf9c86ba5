/** A hidden channel that a teacher at home never sees. */
import type {Attack} from '../attack';
import {FS, followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'cheats only where the kit is out of reach, and is honest where somebody looks on',
  ...followersRead(`${FS}.existsSync('@root@/package.json') ? {} : structuredClone.kept ??= {}`),
  gains: 'points for a cheat that nobody can reproduce',
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true, blunt: {find: '/package.json', replace: '/nothing'}},
};
