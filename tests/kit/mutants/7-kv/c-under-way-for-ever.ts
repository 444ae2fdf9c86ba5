/** Ignores a request that it has put into its log before, also when that entry was overwritten. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-under-way-for-ever',
  mistake:
    'Ignores a request that it has put into its log before, also when that ' +
    'entry was overwritten.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const place = this.raft.submit(request);\n',
      replace:
        '    const asked = JSON.stringify(session);\n' +
        '    if (session !== null && this.underWay.has(asked)) return;\n' +
        '    const place = this.raft.submit(request);\n' +
        '    if (place !== null) this.underWay.add(asked);\n',
    },
    {
      find:
        '  private snapshotSize = 0;',
      replace:
        '  private readonly underWay = new Set<string>();\n' +
        '  private snapshotSize = 0;',
    },
    {
      find:
        '    const waiter = this.waiters.get(index);\n',
      replace:
        '    if (command !== null) {\n' +
        '      this.underWay.delete(JSON.stringify((command as KvCommand).session));\n' +
        '    }\n' +
        '    const waiter = this.waiters.get(index);\n',
    },
  ],
  caughtBy: ['taken-and-lost'],
  says: /No outcome for ann/,
};
