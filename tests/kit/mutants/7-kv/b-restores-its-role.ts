/** Starts again in the role it had when it saved the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-restores-its-role',
  mistake: 'Starts again in the role it had when it saved the snapshot.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '    const records: DiskRecord[] = [this.vote()];\n',
      replace: '    const {role} = this.server.state;\n' +
        '    const records: DiskRecord[] = [{...this.vote(), role} as VoteRecord];\n',
    },
    {
      find: '        state.votedFor = record.votedFor;\n',
      replace: '        state.votedFor = record.votedFor;\n' +
        '        Object.assign(state, {role: \'follower\'}, record);\n',
    },
  ],
  caughtBy: [
    'a-cluster-of-such-servers-elects-a',
    'a-server-begins-behind-its-snapshot',
    'crash-taking-leader',
    'random-snapshots-three',
  ],
  says: /The commit rule is broken: \w+ committed|leads term/,
};
