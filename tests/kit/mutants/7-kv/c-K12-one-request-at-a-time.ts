/** Takes the next request when the last one is answered, which may be never. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K12-one-request-at-a-time',
  mistake: 'Takes the next request when the last one is answered, which may be never.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: '  constructor(protected readonly raft: RaftService) {}\n',
      replace:
        '  private busy: Promise<void> = Promise.resolve();\n' +
        '\n' +
        '  constructor(protected readonly raft: RaftService) {}\n',
    },
    {
      find: '    const {session, operation} = request;\n',
      replace:
        '    this.busy = this.busy.then(() => new Promise(done => this.begin(request, ' +
        'answer => {\n' +
        '      respond(answer);\n' +
        '      done();\n' +
        '    })));\n' +
        '  }\n' +
        '\n' +
        '  private begin(request: KvCommand, respond: (answer: KvAnswer) => void): ' +
        'void {\n' +
        '    const {session, operation} = request;\n',
    },
    {
      find: '    this.refuseWaiters(() => true);\n',
      replace: '    this.waiters.clear();\n',
    },
  ],
  caughtBy: ['waited-in-vain', 'snapshot-rpc'],
  says: new RegExp([
    'No outcome for last, which asked for append "b" to "x", within 10000ms',
    'No answer to C\\d+, which asked for set "d" = "D", within 10000ms of',
  ].join('|')),
};
