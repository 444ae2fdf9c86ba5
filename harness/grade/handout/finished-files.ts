/**
 * Files in a student's copy that students need not write: unlocked, compiled, or only declared.
 *
 * An unlocked file is the reference's, in which functions that a later lab asks for are still to be
 * written. A compiled one belongs to a lab that is left out and that a later lab runs on; of any
 * file that is left out, TypeScript has the declarations.
 * Read next: copy-files.ts; ../stand-ins/stand-in-build.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../host/register.js';
import {folderOf} from '../../scenario/labs';
import {standInBuild} from '../stand-ins/stand-in-build';
import type {Choice, OwnedFile} from './choice';

/** A function that is not written in the skeleton: where its body is, and who asks for it. */
interface Unwritten {
  readonly name: string;
  readonly lab: number;
  readonly body: string;
}

/** The reference's file, without what is asked for by labs that are not unlocked. */
export function unlockedFile(file: string, choice: Choice): string {
  const skeleton = parse('skeleton', file);
  const later = unwrittenIn(skeleton).filter(one => !isAskedBy(one, choice));
  const reference = parse('reference', file);
  if (later.length === 0) return reference.text;
  const bodies = new Map(later.map(({name, body}) => [name, body]));
  const edits: {readonly start: number; readonly end: number; readonly body: string}[] = [];
  eachFunction(reference, (name, body) => {
    const put = bodies.get(name);
    if (put !== undefined) edits.unshift({start: body.getStart(), end: body.end, body: put});
  });
  const text = edits.reduce(
    (all, {start, end, body}) => all.slice(0, start) + body + all.slice(end), reference.text);
  return text.replace(/^import /m, 'import {todo} from \'#raft\';\nimport ');
}

/** What an unlocked file leaves to write: 'RaftLog.discardThrough'. */
export function stillToWrite(file: string, choice: Choice): readonly string[] {
  return unwrittenIn(parse('skeleton', file)).filter(one => !isAskedBy(one, choice))
    .map(({name}) => name);
}

/** A later part of a lab is unlocked if its handout asks for the function. */
function isAskedBy({name, lab}: Unwritten, {unlocked}: Choice): boolean {
  return unlocked.some(({lab: known, part}) => {
    if (known.number !== lab) return false;
    if (part === undefined) return true;
    const handout = path.join(root, 'labs', folderOf(known), part.handout);
    const [, own = name] = name.split('.');
    return fs.readFileSync(handout, 'utf8').includes(`\`${own}\``);
  });
}

/** What a file of a lab that is left out declares: the given half of a server speaks of it. */
export function declarationsOf(file: string): string {
  const {outputText} = ts.transpileDeclaration(parse('skeleton', file).text, {
    fileName: file, compilerOptions: {removeComments: true, strict: true},
  });
  return `/** What ${file} declares. Its lab is not part of this copy. */\n${outputText}`;
}

/** A lab's file that nobody needs to read, for later labs to run on. */
export function compiledFile({file, lab}: OwnedFile): string {
  return `// @ts-nocheck
/**
 * Lab ${lab.number}, finished and compiled: no part of this copy, but a later lab runs on it.
 */
${standInBuild(file)}`;
}

function unwrittenIn(source: ts.SourceFile): readonly Unwritten[] {
  const found: Unwritten[] = [];
  eachFunction(source, (name, body) => {
    const lab = /\btodo\((\d+),/.exec(body.getText())?.[1];
    if (lab !== undefined) found.push({name, lab: Number(lab), body: body.getText()});
  });
  return found;
}

/** Every function and method that has a body: 'becomeFollower', 'RaftLog.append'. */
function eachFunction(source: ts.SourceFile, tell: (name: string, body: ts.Block) => void): void {
  const visit = (node: ts.Node, within: string): void => {
    const inner = ts.isClassDeclaration(node) ? `${node.name?.text ?? ''}.` : within;
    const isNamed = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) ||
      ts.isGetAccessorDeclaration(node);
    if (isNamed && node.body !== undefined) tell(within + (node.name?.getText() ?? ''), node.body);
    else ts.forEachChild(node, child => visit(child, inner));
  };
  visit(source, '');
}

function parse(folder: string, file: string): ts.SourceFile {
  const text = fs.readFileSync(path.join(root, folder, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}
