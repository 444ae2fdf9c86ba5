/**
 * What stands in for earlier labs does what the reference does, and does not show how.
 *
 * Read next: harness/grade/stand-ins/stand-in-build.ts.
 */
import * as acorn from 'acorn';
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {minify_sync} from 'terser';
import ts from 'typescript';
import {standInBuild, standInBuilds} from '../../../../harness/grade/stand-ins/stand-in-build';
import {PrivateNames} from '../../../../harness/grade/stand-ins/private-names';
import {InProcessHost} from '../../../../harness/host/in-process-host';
import {root} from '../../../../harness/host/register.js';
import {Watchdog} from '../../../../harness/host/watchdog';
import {allLabs, findLab, folderOf} from '../../../../harness/scenario/labs';
import type {Lab} from '../../../../harness/scenario/labs';
import {registry} from '../../../../harness/scenario/registry';
import {resultOf} from '../../../../harness/scenario/results';
import type {Subject} from '../../../../harness/scenario/subject';

/** A lab of the reference, every scenario once, in a process that shares the cores with others. */
const LIMIT_MS = 60_000;

const reference = path.join(root, 'reference');
const files = allLabs().flatMap(lab => lab.files.map(({file}) => file))
  .filter(file => !file.includes('/'));

describe('what stands in for earlier labs', function () {
  this.timeout(LIMIT_MS);
  const host = new InProcessHost({watchdog: Watchdog.start()});
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-stand-ins-'));
  after(async () => {
    await host.close();
    fs.rmSync(folder, {recursive: true, force: true});
  });

  for (const lab of ['3', '5', '7'].map(findLab)) {
    it(`lets the reference pass lab ${folderOf(lab)}`, async () => {
      const subject = stoodIn(lab, path.join(folder, lab.name));
      const failures: string[] = [];
      for (const definition of registry.scenariosOf(lab)) {
        const {verdict, shown} = await resultOf(definition, {
          subject, host, seeds: [1], explain: false,
        });
        if (verdict === 'passed') continue;
        failures.push(`${definition.name}: ${shown.failure?.parts.claim ?? verdict}`);
      }
      expect(failures).to.deep.equal([]);
    });
  }

  it('stands in for all files of earlier labs, and for no other', () => {
    expect([...standInBuilds(findLab('1')).keys()]).to.deep.equal([]);
    expect([...standInBuilds(findLab('4')).keys()]).to.deep.equal(
      ['log.ts', 'framing.ts', 'network.ts', 'terms.ts', 'replication.ts']);
    expect(() => standInBuild('hidden.ts')).to.throw('no file of a lab is called hidden.ts');
  });

  for (const file of files) {
    it(`shows no name and no comment of ${file}`, () => {
      const build = standInBuild(file);
      const hidden = hiddenNamesOf(file);
      const left = tokensOf(build).filter(token => hidden.has(token));
      expect([...new Set(left)]).to.deep.equal([]);
      expect(build).to.not.match(/\/\*|\/\/|sourceMappingURL/);
      expect(build.trim().split('\n')).to.have.length(1);
    });

    it(`shows no line of thought of ${file}`, () => {
      expect(shareShown(file, standInBuild(file))).to.be.below(SHARE_MOST);
    });

    it(`is the same program in JavaScript and in TypeScript: ${file}`, () => {
      const build = standInBuild(file);
      expect(punctuationAside(withoutTypes(build))).to.deep.equal(punctuationAside(build));
    });
  }

  it('and a build whose names were not mangled would be seen', () => {
    const {code = ''} = minify_sync(withoutTypes(read('log.ts')), {
      mangle: false, compress: false, module: true,
    });
    expect(shareShown('log.ts', code)).to.be.above(10 * SHARE_MOST);
  });

  it('a hidden member keeps its name nowhere, one of the same name everywhere', () => {
    const file = path.join(root, 'reference/example.ts');
    const textWith = (hidden: string, method: string, taken: string): string =>
      `export class A {\n  private ${hidden} = 0;\n` +
      `  protected ${method}({count}: {count: number}): number {\n` +
      `    const {${taken}} = this;\n    return own + this.${hidden} + count;\n  }\n}\n`;
    const names = new PrivateNames(new Map([[file, textWith('count', 'read', 'count: own')]]));
    expect(names.without(file)).to.equal(textWith('_0', '_1', '_0: own'));
  });

  it('a hidden member that another file uses is an error', () => {
    const inReference = (file: string): string => path.join(root, 'reference', file);
    const names = new PrivateNames(new Map([
      [inReference('one.ts'), 'export class A {\n  protected count = 0;\n}\n'],
      [inReference('two.ts'), 'import {A} from \'./one\';\nexport class B extends A {\n' +
        '  read(): number {\n    return this.count;\n  }\n}\n'],
    ]));
    expect(() => names.without(inReference('one.ts'))).to.throw(/^count of .*one\.ts is used in/);
  });
});

/** The reference with builds laid over the files of the labs before this one. */
function stoodIn(lab: Lab, folder: string): Subject {
  fs.mkdirSync(folder, {recursive: true});
  const overlay: Record<string, string> = {};
  for (const [file, text] of standInBuilds(lab)) {
    overlay[file] = path.join(folder, file);
    fs.writeFileSync(path.join(folder, file), text);
  }
  return {name: 'stood-in', folder: reference, overlay};
}

/** Names that the language itself uses, too. */
const WORDS_OF_ES = ['from', 'of', 'get', 'set'];

/** Names of locals, parameters, unexported functions and hidden members: of nobody's concern. */
function hiddenNamesOf(file: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isProperty = ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) ||
      ts.isBindingElement(node) || ts.isShorthandPropertyAssignment(node) ||
      ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node) ||
      ts.isGetAccessorDeclaration(node) || ts.isImportSpecifier(node);
    const isLocal = ts.isVariableDeclaration(node) || ts.isParameter(node) ||
      ts.isFunctionDeclaration(node);
    const isHidden = isLocal && (ts.getCombinedModifierFlags(node) &
      (ts.ModifierFlags.Export | ts.ModifierFlags.Public | ts.ModifierFlags.Readonly)) === 0;
    const {name} = node as ts.Node & {readonly name?: ts.Node};
    if (name !== undefined && ts.isIdentifier(name)) {
      if (isProperty) shown.add(name.text);
      else if (isHidden) hidden.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return new Set([...hidden].filter(name => !shown.has(name) && !WORDS_OF_ES.includes(name)));
}

const SHINGLE = 20;

/** An expression of globals, public names and numbers alone looks the same in any build. */
const SHARE_MOST = 0.02;

/** How much of a file's windows of tokens is in a build: 0 to 1. */
function shareShown(file: string, build: string): number {
  const known = shinglesOf(tokensOf(withoutTypes(read(file))));
  const shown = [...shinglesOf(tokensOf(build))].filter(shingle => known.has(shingle));
  return shown.length / known.size;
}

function shinglesOf(tokens: readonly string[]): ReadonlySet<string> {
  return new Set(tokens.slice(SHINGLE - 1).map((_, n) => tokens.slice(n, n + SHINGLE).join(' ')));
}

function tokensOf(code: string): readonly string[] {
  const tokens = acorn.tokenizer(code, {ecmaVersion: 2023, sourceType: 'module'});
  return [...tokens].map(({start, end}) => code.slice(start, end));
}

/** TypeScript writes quotes, semicolons and brackets of arrows its own way. */
function punctuationAside(code: string): readonly string[] {
  return tokensOf(code).filter(token => !/^[;(){},]$/.test(token))
    .map(token => token.replace(/^'(.*)'$/, '"$1"'));
}

function withoutTypes(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext},
  }).outputText;
}

function read(file: string): string {
  return fs.readFileSync(path.join(reference, file), 'utf8');
}
