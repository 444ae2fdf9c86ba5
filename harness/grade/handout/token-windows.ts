/**
 * Finds text again that was copied: windows of tokens, whatever the layout, file names and quotes.
 *
 * A text is taken apart as it stands, so that code in comments, pages and strings counts too, and
 * TypeScript once more without types and comments, so that code that was compiled is still found.
 * Promises: what is told was compared token by token; a hash alone is not believed.
 * Read next: leaks.ts, which says what must not be found where.
 */
import ts from 'typescript';

/** In tokens. A piece of code or text that long is not there by chance. */
export const WINDOW = 20;

const TOKEN = new RegExp([
  /[\p{L}_$][\p{L}\p{N}_$]*/u, /\p{N}+/u, /=>|[=!]==?|\|\||&&|\?[?.]|\.{3}|\+\+|--|[+*-]=/u,
  /[^\s\p{L}\p{N}_$]/u,
].map(({source}) => source).join('|'), 'gu');

export interface Found {
  /** Where it comes from: 'reference/log.ts'. */
  readonly source: string;
  /** The tokens, as one line. */
  readonly text: string;
}

interface Place {
  readonly source: string;
  readonly tokens: readonly string[];
  readonly at: number;
}

/** What a text is taken apart into; the same text is asked for again and again. */
const known = new Map<string, readonly (readonly string[])[]>();

export class TokenWindows {
  private readonly ids = new Map<string, number>();
  private readonly places = new Map<number, Place>();

  /** Remembers every window of a file; what two have is told of the later one. */
  add(source: string, text: string): void {
    this.eachWindow(waysToRead(source, text), source, (hash, place) =>
      this.places.set(hash, place));
  }

  /** The same for a file that nobody would compile before giving it away. */
  addAsItStands(source: string, text: string): void {
    this.eachWindow([tokensOf(text)], source, (hash, place) => this.places.set(hash, place));
  }

  /** Forgets every window of a file: it may be found. */
  allow(source: string, text: string): void {
    this.eachWindow(waysToRead(source, text), source, hash => this.places.delete(hash));
  }

  /** The first piece of a file, of at least so many tokens, that is known; if any is. */
  findIn(source: string, text: string, least = WINDOW): Found | undefined {
    const found: Found[] = [];
    const run = {length: 0, end: -1};
    this.eachWindow(waysToRead(source, text), source, (hash, here) => {
      const there = this.places.get(hash);
      if (there === undefined || found.length > 0 || !isSame(there, here)) return;
      run.length = here.at === run.end + 1 ? run.length + 1 : WINDOW;
      run.end = here.at;
      if (run.length >= least) found.push({source: there.source, text: windowAt(there).join(' ')});
    });
    return found[0];
  }

  private eachWindow(
    ways: readonly (readonly string[])[], source: string,
    tell: (hash: number, place: Place) => void,
  ): void {
    for (const tokens of ways) {
      const ids = tokens.map(token => this.idOf(token));
      for (let at = 0; at + WINDOW <= ids.length; at++) {
        tell(hashOf(ids, at), {source, tokens, at});
      }
    }
  }

  private idOf(token: string): number {
    let id = this.ids.get(token);
    if (id === undefined) this.ids.set(token, id = this.ids.size + 1);
    return id;
  }
}

/** As it stands, and if it is code, without types and comments. */
function waysToRead(source: string, text: string): readonly (readonly string[])[] {
  const key = `${isCode(source)} ${text}`;
  let ways = known.get(key);
  if (ways === undefined) {
    ways = [tokensOf(text), ...isCode(source) ? [tokensOf(compiled(text))] : []];
    known.set(key, ways);
  }
  return ways;
}

/** 53 bits of two sums: a whole number that JavaScript holds exactly. */
function hashOf(ids: readonly number[], from: number): number {
  let high = 0;
  let low = 0;
  for (let at = from; at < from + WINDOW; at++) {
    const id = ids[at] ?? 0;
    high = Math.imul(high, 0x01000193) ^ Math.imul(id, 0x85ebca6b);
    low = Math.imul(low, 0x5bd1e995) + Math.imul(id, 0xc2b2ae35);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

function isSame(one: Place, other: Place): boolean {
  const tokens = windowAt(other);
  return windowAt(one).every((token, n) => token === tokens[n]);
}

function windowAt({tokens, at}: Place): readonly string[] {
  return tokens.slice(at, at + WINDOW);
}

/** One kind of quote, and no comma or semicolon: formatters put them as they like. */
function tokensOf(text: string): readonly string[] {
  return (text.match(TOKEN) ?? []).filter(token => !/^[,;*/]$/.test(token))
    .map(token => (/^["`]$/.test(token) ? '\'' : token));
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}

function compiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, removeComments: true,
    },
  }).outputText;
}
