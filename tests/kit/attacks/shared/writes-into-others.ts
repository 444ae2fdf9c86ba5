/** A server that reaches into another. */
import type {Attack} from '../attack';
import {followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'keeps all servers in one list, and has the leader write into the others\' logs',
  ...followersRead('{}', {
    sending: `const all = structuredClone.all ??= {};
  all[follower]?.state.log.appendEntries(0, 0, log.entriesFrom(1));`,
    handling: '(structuredClone.all ??= {})[server.self] = server;',
  }),
  says: /differently|vouches for entries/,
  armed: {tells: /vouches for entries/},
};
