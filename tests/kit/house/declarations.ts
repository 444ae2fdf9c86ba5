/**
 * What a file promises: its exported declarations with their comments, without bodies.
 *
 * Read next: shape.spec.ts.
 */
import fs from 'node:fs';
import ts from 'typescript';

export interface Declarations {
  readonly head: string;
  readonly exportedNames: readonly string[];
  /** Each function, and each member of a class that is not private, with its doc comment. */
  readonly promises: readonly string[];
}

export function declarationsOf(file: string): Declarations {
  const text = fs.readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter(statement => ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({kind}) => kind === ts.SyntaxKind.ExportKeyword));
  return {
    head: /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? '',
    exportedNames: exported.map(statement =>
      ('name' in statement ? (statement.name as ts.Node).getText() : statement.getText())),
    promises: exported.flatMap(statement => (ts.isClassDeclaration(statement)
      ? statement.members.filter(member => !isPrivate(member)).map(member => promise(member, text))
      : [promise(statement, text)])),
  };
}

/** The node's own text with its doc comments, up to its body. */
function promise(node: ts.Node, text: string): string {
  const body = 'body' in node ? node.body as ts.Node | undefined : undefined;
  const signature = text.slice(node.getStart(), body?.getStart() ?? node.end);
  const comments = ts.getJSDocCommentsAndTags(node).map(comment => comment.getText());
  return [...comments, signature].join(' ').replace(/\s+/g, ' ').trim();
}

function isPrivate(member: ts.ClassElement): boolean {
  if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return true;
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
}
