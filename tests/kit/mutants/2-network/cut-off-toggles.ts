/**
 * A mistake in lab 2: cutting off a server twice mends it.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cut-off-toggles',
  mistake: 'cutting off a server twice mends it',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(server);\n' +
        '    for (const other',
      replace:
        '    this.requireServer(server);\n' +
        '    if ((this.cutFrom.get(server)?.size ?? 0) >= this.options.servers.length - 1) {\n' +
        '      this.cutFrom.delete(server);\n' +
        '      for (const unreached of this.cutFrom.values()) unreached.delete(server);\n' +
        '      return;\n' +
        '    }\n' +
        '    for (const other',
    },
  ],
  caughtBy: ['cuts-add-up', 'random-network'],
  says: /S1 reached S1, S4|a message sent into a cut link never/,
};
