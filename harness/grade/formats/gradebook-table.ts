/**
 * A table that an instructor exported, to be filled in and given back.
 *
 * Promises: every cell that nobody sets comes out with the value it came in with, whatever that is;
 * so do the separator, the byte order mark and the line ends.
 * Read next: canvas.ts, moodle.ts.
 */
import {parse} from 'csv-parse/sync';
import {stringify} from 'csv-stringify/sync';
import {UnusableFile} from './report-maker';

const BOM = '\ufeff';

export class GradebookTable {
  private constructor(
    readonly header: readonly string[],
    /** Without the header. Rows may be shorter than it. */
    readonly rows: readonly string[][],
    private readonly form: {delimiter: string; lineEnd: string; bom: boolean; lastLineEnd: boolean},
  ) {}

  /** @throws UnusableFile */
  static read(text: string, what: string): GradebookTable {
    const bom = text.startsWith(BOM);
    const body = bom ? text.slice(1) : text;
    const firstLine = body.slice(0, body.search(/\r|\n|$/));
    const delimiter = delimiterOf(firstLine);
    let rows: string[][];
    try {
      rows = parse(body, {delimiter, relax_column_count: true, skip_empty_lines: false});
    } catch (error) {
      throw new UnusableFile(`${what} is not a CSV file: ${(error as Error).message}`);
    }
    const [header, ...others] = rows;
    if (header === undefined || header.length < 2) {
      throw new UnusableFile(`${what} is empty, or its columns are not separated by , ; or tabs`);
    }
    const lineEnd = body.includes('\r\n') ? '\r\n' : '\n';
    return new GradebookTable(header, others, {
      delimiter, bom, lineEnd, lastLineEnd: /[\r\n]$/.test(body),
    });
  }

  /** The position of the column with this title, whatever its case; -1 if there is none. */
  columnOf(title: string): number {
    return this.header.findIndex(cell => cell.trim().toLowerCase() === title.toLowerCase());
  }

  cell(row: number, column: number): string {
    return this.rows[row]?.[column] ?? '';
  }

  set(row: number, column: number, value: string): void {
    const cells = this.rows[row]!;
    while (cells.length <= column) cells.push('');
    cells[column] = value;
  }

  write(): string {
    const {delimiter, lineEnd, bom, lastLineEnd} = this.form;
    const text = stringify([this.header as string[], ...this.rows], {
      delimiter, record_delimiter: lineEnd, eof: lastLineEnd, quoted_match: /[\r\n]/,
    });
    return `${bom ? BOM : ''}${text}`;
  }
}

/** Whichever splits the header into the most columns. */
function delimiterOf(firstLine: string): string {
  const outside = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string): number => outside.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
