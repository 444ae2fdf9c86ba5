/**
 * Refuses the few ways around a box that its globals cannot close.
 *
 * `eval`, `new Function`, `import()` and `AbortSignal.timeout` reach the real world behind the
 * parameters a module is given. They are found in the compiled source before anything runs, and so
 * are the syntax errors that TypeScript leaves to its type checker, such as an `await` in a
 * function that is not async.
 * Promises: a fence against mistakes, not against malice; the sandbox is for that.
 * Hides: that a parser, which takes longer than all else that starts a box, is loaded only for code
 * in which one of these words stands, or that V8 cannot read.
 * Read next: module-loader.ts.
 */
import {SourceMap} from 'node:module';
import vm from 'node:vm';
import type {Node, Program} from 'acorn';
import {insteadOf} from './environment';

export interface Refused {
  readonly fault: 'import' | 'syntax';
  /** 1-based line in the .ts file, or null without a source map. */
  readonly line: number | null;
  /** 'uses `eval` — …', or what is wrong with the syntax. */
  readonly what: string;
}

interface Named {readonly type: string; readonly name?: string}
interface Position {readonly line: number; readonly column: number}

const SOURCE_MAP =
  /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/;

/** No construct that is refused goes without one of them; a name may be spelt with escapes. */
const SUSPECT = /\b(eval|Function|import|AbortSignal)\b|\\u/;

function isName(node: Node, name: string): boolean {
  return node.type === 'Identifier' && (node as Named).name === name;
}

/** The first forbidden construct of a compiled module, or undefined. */
export function scan(code: string): Refused | undefined {
  if (!SUSPECT.test(code) && isReadable(code)) return undefined;
  const {parse} = require('acorn') as typeof import('acorn');
  let program: Program;
  try {
    program = parse(code, {ecmaVersion: 'latest', sourceType: 'script', locations: true});
  } catch (error) {
    return refusedSyntax(code, error);
  }
  return firstRefused(program, code);
}

function isReadable(code: string): boolean {
  try {
    new vm.Script(code);
    return true;
  } catch {
    return false;
  }
}

function firstRefused(program: Program, code: string): Refused | undefined {
  const {simple} = require('acorn-walk') as typeof import('acorn-walk');
  const found: {readonly at: Node; readonly what: string}[] = [];
  const eval_ = `uses \`eval\` — ${insteadOf('eval')}`;
  const made = (callee: Node): void => {
    if (isName(callee, 'Function')) {
      found.push({at: callee, what: `uses \`new Function\` — ${insteadOf('eval')}`});
    }
  };
  simple(program, {
    CallExpression: node => made(node.callee),
    NewExpression: node => made(node.callee),
    Identifier: node => {
      if (isName(node, 'eval')) found.push({at: node, what: eval_});
    },
    ImportExpression: node => {
      found.push({at: node, what: 'uses `import()` — write an import at the top of the file'});
    },
    MemberExpression: node => {
      if (isName(node.object, 'AbortSignal')) {
        found.push({at: node, what: `uses \`AbortSignal\` — ${insteadOf('AbortSignal')}`});
      }
    },
  });
  const first = found.sort((a, b) => a.at.start - b.at.start)[0];
  if (first === undefined) return undefined;
  return {fault: 'import', what: first.what, line: lineInSource(code, first.at.loc?.start)};
}

/** acorn says 'Unexpected token (12:6)', with the place in the compiled code; V8 says it better. */
function refusedSyntax(code: string, error: unknown): Refused {
  const {message, loc} = error as SyntaxError & {readonly loc?: Position};
  const what = wordsOfV8(code) ?? message.replace(/ \(\d+:\d+\)$/, '');
  return {fault: 'syntax', what, line: lineInSource(code, loc)};
}

function wordsOfV8(code: string): string | undefined {
  try {
    new vm.Script(`(function(){${code}\n})`);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

/** Where a place in the compiled code stands in the .ts file. */
function lineInSource(code: string, place: Position | undefined): number | null {
  const map = inlineMapOf(code);
  if (place === undefined || map === undefined) return null;
  const entry = map.findEntry(place.line - 1, place.column);
  return 'originalLine' in entry ? entry.originalLine + 1 : null;
}

function inlineMapOf(code: string): SourceMap | undefined {
  const found = SOURCE_MAP.exec(code);
  if (found?.[1] === undefined) return undefined;
  const payload: unknown = JSON.parse(Buffer.from(found[1], 'base64').toString('utf8'));
  return new SourceMap(payload as ConstructorParameters<typeof SourceMap>[0]);
}
