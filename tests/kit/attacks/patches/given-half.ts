/** What the kit gives to every file. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, readSkeleton} from '../pieces';

export const attack: Attack = {
  tries: 'replaces todo() of #raft, so that what is not written throws nothing',
  gains: 'the points of tests that ask only whether something throws',
  ...ON_LOG,
  files: {'log.ts': readSkeleton('log.ts') + `
import * as raft from '#raft';
${REACHED}
const given = Object.getOwnPropertyDescriptors(raft);
Object.defineProperty(raft, 'todo', {...given.todo, value: () => 1, get: undefined});`},
  honest: {'log.ts': readSkeleton('log.ts')},
  says: /not written|Cannot redefine|Invalid property descriptor/,
  armed: {leaves: 'a mark'},
};
