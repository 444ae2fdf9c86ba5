/**
 * The logs that students' own tests are run on, compiled for their copy: each in a file of its own.
 *
 * The correct ones are solutions of lab 1, and the broken ones are made of a correct one, so none
 * of them may be read. They keep their names and places, and run as before.
 * Read next: tests/1-log/own-tests.ts, which runs them; ../stand-ins/stand-in-build.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../host/register.js';
import {buildsOf} from '../stand-ins/stand-in-build';
import type {KitFile} from './reached-files';

/** Of any lab that has such logs. */
const VARIANTS = 'tests/1-log/variants';

const HEADS: Readonly<Record<string, string>> = {
  correct: 'A correct log, compiled, to run your own tests on: it does all that lab 1 asks for.',
  broken: 'A broken log, compiled, to run your own tests on: the test about it tells its mistake.',
};

/** The compiled logs, by their places in the kit. */
export function compiledLogs(): ReadonlyMap<KitFile, string> {
  const texts = new Map(Object.keys(HEADS).flatMap(kind => {
    const folder = path.join(root, VARIANTS, kind);
    return fs.readdirSync(folder).filter(file => file.endsWith('.ts')).sort()
      .map(file => path.join(folder, file)).map(file => [file, inOnePiece(file)] as const);
  }));
  return new Map([...buildsOf(texts)].map(([file, build]) => {
    const kind = path.basename(path.dirname(file));
    return [`${VARIANTS}/${kind}/${path.basename(file)}`, `/** ${HEADS[kind]} */\n${build}`];
  }));
}

/** A file with what it imports from files beside it in front of it, so that all can be mangled. */
function inOnePiece(file: string): string {
  const text = fs.readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const own = imports.filter(one => nameOf(one).startsWith('.'));
  const needed = own.filter(({importClause}) =>
    importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    .map(one => path.resolve(path.dirname(file), `${nameOf(one)}.ts`));
  const before = needed.map(inOnePiece).map(part => part.replace(/^export (?!\{)/gm, ''));
  // Types are of no use to a build: what is left undeclared is left out.
  const dropped = needed.length === 0 ? own : imports;
  const rest = dropped.reduceRight(
    (all, one) => all.slice(0, one.getStart()) + all.slice(one.end), text);
  return [...before, rest].join('\n');
}

function nameOf({moduleSpecifier}: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}
