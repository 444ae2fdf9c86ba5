/** A death that is to be taken for bad luck. */
import type {Attack} from '../attack';
import {PROCESS, followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'shares entries behind the network\'s back, and ends its process where a server is alone',
  ...followersRead('structuredClone.kept ??= {}', {
    sending: 'store.entries = log.entriesFrom(1);',
    handling: `if (store.entries === undefined) ${PROCESS}.exit(0);`,
  }),
  says: /\(unconfirmed\): .*did not answer/,
  armed: {passes: true},
};
