/**
 * Submissions made by machine: copies that were disguised, and honest ones.
 *
 * Read next: similarity.spec.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../../../harness/host/register.js';
import {Chance} from '../../../../harness/world/chance';

export type Texts = Readonly<Record<string, string>>;

export function filesOf(folder: string): Texts {
  const place = path.join(root, folder);
  return Object.fromEntries(fs.readdirSync(place).filter(file => file.endsWith('.ts'))
    .map(file => [file, fs.readFileSync(path.join(place, file), 'utf8')]));
}

/** Puts submissions, one a name, into a folder. */
export function writeClass(folder: string, submissions: Readonly<Record<string, Texts>>): void {
  for (const [name, files] of Object.entries(submissions)) {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(folder, name, file);
      fs.mkdirSync(path.dirname(target), {recursive: true});
      fs.writeFileSync(target, text);
    }
  }
}

/** Other names for all that is declared in a file, no comments, `let` for `const`, other texts. */
export function disguised(text: string, suffix: string): string {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const look = (one: ts.Node): void => {
    if ((ts.isVariableDeclaration(one) || ts.isParameter(one) || ts.isMethodDeclaration(one) ||
      ts.isFunctionDeclaration(one)) && one.name !== undefined && ts.isIdentifier(one.name)) {
      names.add(one.name.text);
    }
    ts.forEachChild(one, look);
  };
  look(source);
  const {Latest} = ts.ScriptTarget;
  const scanner = ts.createScanner(Latest, false, ts.LanguageVariant.Standard, text);
  let out = '';
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const word = scanner.getTokenText();
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) continue;
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia) continue;
    if (kind === ts.SyntaxKind.ConstKeyword) out += 'let';
    else if (kind === ts.SyntaxKind.Identifier && names.has(word)) out += `${word}${suffix}`;
    else out += word;
  }
  return out.replace(/\n\s*\n+/g, '\n');
}

/** The same declarations and methods in another order. */
export function reordered(text: string, chance: Chance): string {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const rest = source.statements.filter(statement => !ts.isImportDeclaration(statement));
  const textOf = (one: ts.Node): string => text.slice(one.getFullStart(), one.end);
  const bodyOf = (one: ts.Statement): string => {
    if (!ts.isClassDeclaration(one) || one.members.length === 0) return textOf(one);
    const head = text.slice(one.getFullStart(), one.members[0]!.getFullStart());
    const isField = (member: ts.ClassElement): boolean => ts.isPropertyDeclaration(member);
    const fields = one.members.filter(isField);
    const methods = chance.shuffle(one.members.filter(member => !isField(member)));
    return `${head}${[...fields, ...methods].map(textOf).join('\n')}\n}\n`;
  };
  return [...imports.map(textOf), ...chance.shuffle(rest).map(bodyOf)].join('\n');
}

/** Code nobody else has: every function draws its own statements. */
export function honest(name: string, functions: number): string {
  const chance = new Chance(1, name);
  const value = (depth: number): string => {
    const kind = depth === 0 ? chance.between(0, 3) : chance.between(0, 9);
    switch (kind) {
      case 0: return 'entry';
      case 1: return '1';
      case 2: return 'server.log';
      case 3: return 'index';
      case 4: return `${value(depth - 1)} + ${value(depth - 1)}`;
      case 5: return `find(${value(depth - 1)}, ${value(depth - 1)})`;
      case 6: return `list[${value(depth - 1)}]`;
      case 7: return `(${value(depth - 1)} ? ${value(depth - 1)} : ${value(depth - 1)})`;
      case 8: return `!${value(depth - 1)}`;
      default: return `${value(depth - 1)} === ${value(depth - 1)}`;
    }
  };
  const statement = (depth: number): string => {
    const kind = depth === 0 ? chance.between(0, 2) : chance.between(0, 5);
    switch (kind) {
      case 0: return `const x = ${value(2)};`;
      case 1: return `server.state.x = ${value(2)};`;
      case 2: return `call(${value(1)}, ${value(2)});`;
      case 3: return `if (${value(2)}) {\n${statement(depth - 1)}\n}`;
      case 4: return `while (${value(1)}) {\n${statement(depth - 1)}\n${statement(depth - 1)}\n}`;
      default: return `for (const one of ${value(1)}) {\n${statement(depth - 1)}\n}`;
    }
  };
  return Array.from({length: functions}, (_, n) => [
    `function f${n}(a, b) {`,
    ...Array.from({length: chance.between(3, 9)}, () => statement(2)),
    `return ${value(3)};`, '}', '',
  ].join('\n')).join('\n');
}
