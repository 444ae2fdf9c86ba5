/**
 * Gives the private and protected members of a file's classes names that say nothing.
 *
 * TypeScript itself says where a member is meant, so that a public member or a message's field of
 * the same name keeps its own.
 * Promises: the text is still TypeScript, and does the same. A member that another file uses is an
 * error, since that file would no longer find it.
 * Read next: stand-in-build.ts.
 */
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../host/register.js';

const HIDDEN = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;

/** A piece of the text, and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

export class PrivateNames {
  private readonly service: ts.LanguageService;

  /** @param texts what is in the files, by absolute path. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.service = ts.createLanguageService(hostOf(texts));
  }

  /** The file's text with each hidden member named _0, _1, … wherever it is used. */
  without(file: string): string {
    const source = this.service.getProgram()?.getSourceFile(file);
    if (source === undefined) throw new Error(`TypeScript does not find ${file}`);
    const edits = new Map<number, Edit>();
    hiddenNames(source).forEach((name, n) => {
      for (const edit of this.editsOf(file, name, `_${n}`)) edits.set(edit.start, edit);
    });
    return [...edits.values()].sort((a, b) => b.start - a.start).reduce(
      (text, {start, end, put}) => text.slice(0, start) + put + text.slice(end), source.text);
  }

  private editsOf(file: string, name: ts.Identifier, put: string): readonly Edit[] {
    const found = this.service.findRenameLocations(file, name.getStart(), false, false, {
      providePrefixAndSuffixTextForRename: true,
    }) ?? [];
    const elsewhere = found.find(({fileName}) => path.resolve(fileName) !== path.resolve(file));
    if (elsewhere !== undefined) {
      throw new Error(`${name.text} of ${file} is used in ${elsewhere.fileName}`);
    }
    return found.map(({textSpan, prefixText = '', suffixText = ''}) => ({
      start: textSpan.start, end: ts.textSpanEnd(textSpan), put: `${prefixText}${put}${suffixText}`,
    }));
  }
}

/** A name of its own for each member; one that overrides another is found as that one. */
function hiddenNames(source: ts.SourceFile): readonly ts.Identifier[] {
  const names = new Map<string, ts.Identifier>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassElement(node) || ts.isParameter(node)) {
      const isHidden = (ts.getCombinedModifierFlags(node) & HIDDEN) !== 0;
      const {name} = node;
      if (isHidden && name !== undefined && ts.isIdentifier(name)) {
        names.set(`${classOf(node)} ${name.text}`, name);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names.values()];
}

function classOf(node: ts.Node): number {
  return ts.findAncestor(node, ts.isClassLike)?.pos ?? -1;
}

function hostOf(texts: ReadonlyMap<string, string>): ts.LanguageServiceHost {
  const read = (file: string): string | undefined =>
    texts.get(path.resolve(file)) ?? ts.sys.readFile(file);
  const options = optionsOf('tsconfig.reference.json');
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...texts.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: file => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: file => texts.has(path.resolve(file)) || ts.sys.fileExists(file),
    readFile: read,
  };
}

function optionsOf(config: string): ts.CompilerOptions {
  const {config: json} = ts.readConfigFile(path.join(root, config), ts.sys.readFile) as {
    readonly config?: unknown;
  };
  return ts.parseJsonConfigFileContent(json, {...ts.sys, readDirectory: () => []}, root).options;
}
