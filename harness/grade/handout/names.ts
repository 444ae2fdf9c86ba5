/**
 * Names of files that every system can have: Windows refuses some, and confuses others.
 */

/** Devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const REFUSED = /[<>:"|?*\\\u0000-\u001f]|[ .]$/;
/** Windows has 260, and students' folders have long names. */
const LENGTH_MOST = 120;

/** Those of the files that could not be, or not beside each other. */
export function namesRefused(files: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return files.filter(file => {
    const folded = file.toLowerCase();
    const isTwice = seen.has(folded);
    seen.add(folded);
    return isTwice || file.length > LENGTH_MOST ||
      file.split('/').some(part => DEVICES.test(part) || REFUSED.test(part));
  });
}
