/**
 * Refuses the few ways around a box that its globals cannot close.
 *
 * `eval`, `new Function`, `import()` and `AbortSignal.timeout` reach the real world behind the
 * parameters a module is given. They are found in the compiled source before anything runs.
 * Promises: a fence against mistakes, not against malice; the sandbox is for that.
 * Read next: module-loader.ts.
 */
import {SourceMap} from 'node:module';
import {parse} from 'acorn';
import type {Node} from 'acorn';
import {simple} from 'acorn-walk';

export interface Refused {
  /** 1-based line in the .ts file, or null without a source map. */
  readonly line: number | null;
  readonly what: string;
}

interface Named {readonly type: string; readonly name?: string}

function isName(node: Node, name: string): boolean {
  return node.type === 'Identifier' && (node as Named).name === name;
}

/** The first forbidden construct of a compiled module, or undefined. */
export function scan(code: string): Refused | undefined {
  const found: {readonly at: Node; readonly what: string}[] = [];
  const called = (callee: Node): void => {
    if (isName(callee, 'eval')) found.push({at: callee, what: '`eval` is not available in a server'});
    if (isName(callee, 'Function')) {
      found.push({at: callee, what: '`new Function` is not available in a server'});
    }
  };
  simple(parse(code, {ecmaVersion: 'latest', sourceType: 'script', locations: true}), {
    CallExpression: node => called(node.callee),
    NewExpression: node => called(node.callee),
    ImportExpression: node => {
      found.push({at: node, what: '`import()` is not available in a server: import at the top'});
    },
    MemberExpression: node => {
      if (isName(node.object, 'AbortSignal')) {
        found.push({at: node, what: '`AbortSignal` is not available in a server: use setTimeout'});
      }
    },
  });
  const first = found[0];
  return first && {what: first.what, line: lineInSource(code, first.at)};
}

/** Where a node of the compiled code stands in the .ts file. */
function lineInSource(code: string, node: Node): number | null {
  const start = node.loc?.start;
  const map = inlineMapOf(code);
  if (start === undefined || map === undefined) return null;
  const entry = map.findEntry(start.line - 1, start.column);
  return 'originalLine' in entry ? entry.originalLine + 1 : null;
}

function inlineMapOf(code: string): SourceMap | undefined {
  const found = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(code);
  if (found?.[1] === undefined) return undefined;
  const payload: unknown = JSON.parse(Buffer.from(found[1], 'base64').toString('utf8'));
  return new SourceMap(payload as ConstructorParameters<typeof SourceMap>[0]);
}
