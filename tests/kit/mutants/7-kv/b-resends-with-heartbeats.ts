/** Sends a snapshot again with every heartbeat. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-resends-with-heartbeats',
  mistake: 'Sends a snapshot again with every heartbeat.',
  lab: 7,
  file: 'timing.ts',
  edits: [
    {
      find: '    const {nextIndex, log} = this.server.state;\n' +
        '    const firstIndex = nextIndex[follower] ?? 0;\n' +
        '    const sentFrom = firstIndex <= log.lastIndex ? firstIndex : 0;\n',
      replace: '    const {nextIndex, log} = this.server.state;\n' +
        '    const firstIndex = nextIndex[follower] ?? 0;\n' +
        '    const isInLog = firstIndex > log.lastIncludedIndex && firstIndex <= ' +
        'log.lastIndex;\n' +
        '    const sentFrom = isInLog ? firstIndex : 0;\n',
    },
  ],
  caughtBy: ['a-snapshot-crosses-once-to-a-follower', 'a-follower-that-does-not-answer-is-not'],
  says: /Too many InstallSnapshot messages: \d+ to S3/,
};
