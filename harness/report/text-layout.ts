/**
 * Puts text into lines and columns of a fixed width.
 *
 * Promises: widths count characters as they are, so colour is put on afterwards.
 * Read next: describe-step.ts.
 */

/** Cuts at `width`, with a mark that something is missing. The mark is ASCII if the text is. */
export function cut(text: string, width: number, mark = '…'): string {
  return text.length <= width ? text : text.slice(0, Math.max(0, width - mark.length)) + mark;
}

/** Breaks at spaces. A word longer than a line is cut into pieces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}

export type Align = 'left' | 'right';

/** Rows of cells as lines: each column as wide as its widest cell, two spaces between columns. */
export function alignColumns(
  rows: readonly (readonly string[])[], aligns: readonly Align[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map(row => row.map((cell, column) => {
    const width = widths[column] ?? 0;
    return aligns[column] === 'right' ? cell.padStart(width) : cell.padEnd(width);
  }).join('  ').trimEnd());
}

/** '1 scenario', '2 scenarios'. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
