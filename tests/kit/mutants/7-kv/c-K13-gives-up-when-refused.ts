/** Gives up when a server refuses. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K13-gives-up-when-refused',
  mistake: 'Gives up when a server refuses.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '  private refused(leaderHint: ServerId | null): void {\n',
      replace:
        '  private refused(leaderHint: ServerId | null): void {\n' +
        '    this.open?.reject(new Error(\'refused\'));\n',
    },
    {
      find: '  resolve(outcome: KvOutcome): void;\n',
      replace:
        '  resolve(outcome: KvOutcome): void;\n' +
        '  reject(error: Error): void;\n',
    },
    {
      find:
        '    return new Promise(resolve => {\n' +
        '      this.open = {request: {clientId, serial: ++this.serial, operation}, ' +
        'resolve};',
      replace:
        '    return new Promise((resolve, reject) => {\n' +
        '      this.open = {request: {clientId, serial: ++this.serial, operation}, ' +
        'resolve, reject};',
    },
  ],
  caughtBy: ['refused', 'follows-hints'],
  says: /C\d+ broke the contract: append .* was rejected with Error: refused: a/,
};
