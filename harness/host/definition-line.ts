/**
 * Where a function stands in a file of source text, for failures that have no stack.
 *
 * Read next: faults.ts.
 */
import fs from 'node:fs';

/** The 1-based line of a function's or method's definition, or null if it is not found. */
export function definitionLine(file: string, name: string): number | null {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const definition = new RegExp(`\\b(function\\*?|const|let|class)\\s+${name}\\b`);
  const method = new RegExp(`^\\s*((async|get|public)\\s+)*${name}\\s*\\([^;]*$`);
  const defined = lines.findIndex(text => definition.test(text));
  const at = defined === -1 ? lines.findIndex(text => method.test(text)) : defined;
  return at === -1 ? null : at + 1;
}
