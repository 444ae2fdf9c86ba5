/**
 * Lab 7: what it is called, what it is worth, its parts, and what the student writes.
 *
 * Read next: README.md, which leads to the four handouts.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 7,
  name: 'kv',
  title: 'The key/value system',
  points: 25,
  files: [
    {file: 'persistence.ts', functions: ['Persistence']},
    {
      file: 'compaction.ts',
      functions: [
        'takeSnapshot', 'installSnapshotFor', 'handleInstallSnapshot',
        'receiveInstallSnapshotResults',
      ],
    },
    {file: 'kv-store.ts', functions: ['KvStore']},
    {file: 'kv-server.ts', functions: ['KvServer']},
    {file: 'kv-client.ts', functions: ['KvClient']},
    {file: 'transport.ts', functions: ['Transport']},
    {file: 'driver.ts', functions: ['Driver']},
  ],
  parts: [
    {
      letter: 'a', name: 'persistence', title: 'Persistence', points: 7,
      files: ['persistence.ts'], handout: 'a-persistence.md',
    },
    {
      letter: 'b', name: 'snapshots', title: 'Snapshots', points: 7,
      files: ['compaction.ts'], handout: 'b-snapshots.md',
    },
    {
      letter: 'c', name: 'service', title: 'The service', points: 8,
      files: ['kv-store.ts', 'kv-server.ts', 'kv-client.ts'], handout: 'c-service.md',
    },
    {
      letter: 'd', name: 'runtime', title: 'The runtime', points: 3,
      files: ['transport.ts', 'driver.ts'], handout: 'd-runtime.md',
    },
  ],
  sources: ['course notes', 'Go labs'],
};
