/**
 * A mistake in lab 7d: lets out what a later input wants although an earlier one waits for its
 * sync.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-each-input-for-itself',
  mistake: 'lets out what a later input wants although an earlier one waits for its sync',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    const {disk} = this.parts;\n' +
        '    for (const effect of effects) {\n',
      replace:
        '    const {disk} = this.parts;\n' +
        '    let isBehind = false;\n' +
        '    for (const effect of effects) {\n',
    },
    {
      find: '          this.mustSync ||= this.hasUnsynced;\n',
      replace: '          isBehind = this.mustSync ||= this.hasUnsynced;\n',
    },
    {
      find: '          if (this.mustSync) this.held',
      replace: '          if (isBehind) this.held',
    },
  ],
  caughtBy: ['synced-first-6', 'synced-first-7'],
  says: /before its sync had resolved|when it was the turn of/,
};
