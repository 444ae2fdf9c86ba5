/**
 * Names of submissions in a line that a terminal can hold.
 *
 * Read next: grade-setup.ts.
 */
const NAMES_SHOWN = 10;

/** The first ten, and how many more there are. */
export function nameList(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return [...names.slice(0, NAMES_SHOWN), ...more > 0 ? [`and ${more} more`] : []].join(', ');
}
