/** A file nobody can read. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a zip whose files are encrypted',
  gains: 'a slip of the grader, or a question to whoever grades',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => {
    const zip = Buffer.from(zipSync(bytesOf(files)));
    for (const [mark, flags] of [['PK\u0003\u0004', 6], ['PK\u0001\u0002', 8]] as const) {
      for (let at = zip.indexOf(mark); at !== -1; at = zip.indexOf(mark, at + 1)) {
        zip.writeUInt16LE(1, at + flags);
      }
    }
    return handInBytes(folder, '.zip', zip);
  },
  says: /refused: .* is encrypted/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
