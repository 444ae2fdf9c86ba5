/**
 * The name that a person meant who got a letter or two wrong.
 *
 * Read next: labs.ts.
 */

/** The nearest of the names, or undefined if none is near: a third of the letters may be wrong. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const far = Math.max(1, Math.floor(word.length / 3)) + 1;
  let nearest: string | undefined;
  let least = far;
  for (const name of names) {
    const distance = distanceBetween(word.toLowerCase(), name.toLowerCase());
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Letters added, left out, replaced, or swapped with the next: each counts one. */
function distanceBetween(a: string, b: string): number {
  const rows = [Array.from({length: b.length + 1}, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    const distances = [row];
    rows.push(distances);
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      distances.push(Math.min(
        at(row - 1, column) + 1, at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      ));
    }
  }
  return at(a.length, b.length);
}
