/** A zip whose entries are larger than they say. */
import {zipSync} from 'fflate';
import {bytesOf, handInBytes} from '../archives';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

/** A megabyte, as a zip writes sizes. */
const SIZE = Buffer.from([0x40, 0x42, 0x0f, 0x00]);

export const attack: Attack = {
  tries: 'hands in a zip whose entry says that it has ten bytes, and has a megabyte',
  gains: 'the disk or the memory of the machine',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (files, folder) => {
    const zip = Buffer.from(zipSync({...bytesOf(files), 'log.ts': new Uint8Array(1_000_000)}));
    for (let at = zip.indexOf(SIZE); at !== -1; at = zip.indexOf(SIZE, at + 1)) {
      zip.writeUInt32LE(10, at);
    }
    return handInBytes(folder, '.zip', zip);
  },
  says: /refused: this zip is damaged: it cannot be unpacked/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
