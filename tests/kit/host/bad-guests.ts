/**
 * Programs in the place of process-guest.js that do what no honest one does.
 *
 * Read next: process-host.spec.ts.
 */
import {writeFiles} from './broken-subject';

/** Reads lines; `code` has `asked`, `lines` (how many so far) and `say`. */
const FRAME = `
  let text = '';
  let lines = 0;
  const say = line => process.stdout.write(line + '\\n');
  process.stdin.setEncoding('utf8').on('data', chunk => {
    text += chunk;
    for (let end = text.indexOf('\\n'); end !== -1; end = text.indexOf('\\n')) {
      const asked = JSON.parse(text.slice(0, end));
      text = text.slice(end + 1);
      lines++;
      answer(asked);
    }
  }).on('end', () => process.exit(0));
`;

/** The file of a guest whose way to answer is `code`. */
export function badGuest(id: string, code: string): string {
  const name = `${id.replace(/\W+/g, '-')}.js`;
  return writeFiles(`guest-${id.replace(/\W+/g, '-')}`, {
    [name]: `${FRAME}\n  function answer(asked) { ${code} }\n`,
  })[name]!;
}
