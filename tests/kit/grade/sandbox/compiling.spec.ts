/** Compiling and type checking where the code will run: nothing that a file holds harms more. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Effect} from '../../../../harness/host/box';
import {root} from '../../../../harness/host/register.js';
import {findSubject} from '../../../../harness/scenario/subject';
import {checkTypes} from '../../../../harness/scenario/type-check';
import type {CompiledBefore} from '../../../../harness/grade/sandbox/compile';
import {Stage} from '../../../../harness/grade/sandbox/stage';
import type {Equipment} from '../../../../harness/grade/sandbox/stage';
import {ShutIn} from './shut-in';

const samples = path.join(root, 'harness/grade/samples');

/** What a box does that loads `main.ts`. */
async function boot(stage: Stage): Promise<readonly Effect[]> {
  const host = stage.newHost();
  const file = (name: string): string => path.join(stage.subject.folder, name);
  try {
    const [effects = []] = await host.step([{
      box: host.newBox(),
      input: {
        kind: 'boot', nowMs: 0, servers: ['S1'], settings: '{}', seed: 1, incarnation: 0, disk: [],
      },
      spec: {id: 'S1', program: file('main.ts'), modules: Object.fromEntries(
        fs.readdirSync(stage.subject.folder).filter(name => name.endsWith('.ts')).map(name =>
          [`#solution/${name.slice(0, -3)}`, {file: file(name), shownAs: `skeleton/${name}`}])),
      },
    }]);
    return effects;
  } finally {
    await host.close();
  }
}

function errorOf(stage: Stage, name: string): string {
  return fs.readFileSync(path.join(stage.subject.folder, `${name}.error`), 'utf8');
}

const MAIN = `
  import {x} from '#solution/other';
  export function boot(context: {log(line: string): void}): object {
    context.log(String(x));
    return {};
  }`;

const EXPLODING = `
  type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
  export type A = \`\${Digit}\${Digit}\${Digit}\${Digit}\${Digit}\${Digit}\${Digit}\`;
  export const a: A = 'x';`;

describe('compiling in a sandbox', function compiling() {
  this.timeout(120_000);
  let shutIn: ShutIn;

  before(async function start() { shutIn = await ShutIn.start(this); });
  after(async () => { await shutIn?.close(); });

  async function effectsOf(other: string): Promise<readonly Effect[]> {
    const stage = await shutIn.stageOf({'main.ts': MAIN, 'other.ts': other});
    await stage.compile();
    try {
      return await boot(stage);
    } finally {
      await stage.close();
    }
  }

  it('runs what was compiled', async () => {
    expect(await effectsOf('export const x: number = 42;'))
      .to.deep.equal([{kind: 'log', line: '42'}]);
  });

  it('says where a file does not compile, as everywhere', async () => {
    const [fault] = await effectsOf('\n\nexport const x = = 1;');
    expect(fault).to.include({fault: 'syntax', file: 'skeleton/other.ts', line: 3});
    expect(fault).to.have.property('text').that.matches(/^cannot load skeleton\/other\.ts:3: /);
  });

  it('says in which line of the TypeScript file code throws', async () => {
    const [fault] = await effectsOf('interface A {}\n\nfunction f(): never {\n' +
      "  throw new Error('no');\n}\nexport const x: number = f();");
    expect(fault).to.include({fault: 'throw', file: 'skeleton/other.ts', line: 4});
    expect(fault).to.have.property('stack')
      .that.deep.equals(['f (skeleton/other.ts:4)', 'skeleton/other.ts:6', 'skeleton/main.ts:2']);
  });

  it('compiles the other files where one is too much for the compiler', async () => {
    const deep = `export const x = ${'('.repeat(250_000)}1${')'.repeat(250_000)};`;
    const stage = await shutIn.stageOf({
      'bomb.ts': deep, 'main.ts': MAIN, 'other.ts': 'export const x = 1;',
    });
    await stage.compile();
    expect(await boot(stage)).to.deep.equal([{kind: 'log', line: '1'}]);
    expect(errorOf(stage, 'bomb.ts')).to.match(/call stack/);
    await stage.close();
  });

  /** In the place of compile-guest.js: dies of files with a bomb in their names. */
  const DYING = `
    const fs = require('fs');
    for (const file of JSON.parse(fs.readFileSync(0, 'utf8'))) {
      if (file.includes('bomb')) process.abort();
      if (file.includes('liar')) fs.writeSync(1, 'passed\\n');
      else fs.writeSync(1, JSON.stringify({code: '// compiled'}) + '\\n');
    }`;

  async function compiledByDying(names: readonly string[]): Promise<Stage> {
    const opened = await shutIn.stageOf(Object.fromEntries(names.map(name => [name, ''])));
    const compiler = opened.equipment.place.makeFolder('dying');
    const program = path.join(compiler, 'harness/host/compile-guest.js');
    fs.mkdirSync(path.dirname(program), {recursive: true});
    for (const name of ['skeleton', 'given']) fs.mkdirSync(path.join(compiler, name));
    fs.writeFileSync(program, DYING);
    const packages = {...opened.equipment.packages, compiler};
    const stage = new Stage({...opened.equipment, packages}, opened.folder);
    await stage.compile();
    fs.rmSync(compiler, {recursive: true});
    return stage;
  }

  /** The same stage with another part of its equipment. */
  const withOther = (stage: Stage, other: Partial<Equipment>): Stage =>
    new Stage({...stage.equipment, ...other}, stage.folder);
  const slipOf = (work: Promise<unknown>): Promise<string> =>
    work.then(() => 'no slip', (error: Error) => error.message);
  /** In the place of all programs. */
  const running = (stage: Stage, ...command: readonly string[]): Stage =>
    withOther(stage, {
      confinement: {...stage.equipment.confinement, commandLine: () => command},
    });

  it('tries a file again that the compiler has died of once', async () => {
    const stage = await shutIn.stageOf({'a.ts': 'export {};', 'b.ts': 'export {};'});
    const {start} = stage;
    const killed: string[] = [];
    stage.start = (...given) => {
      const started = start.apply(stage, given);
      if (killed.push('once') === 1) started.kill();
      return started;
    };
    await stage.compile();

    expect(killed).to.have.lengthOf(2);
    expect(fs.readdirSync(stage.subject.folder)).to.have.members(['a.js', 'a.ts', 'b.js', 'b.ts']);
    await stage.close();
  });

  it('blames nobody when no process can be started', async () => {
    const stage = await shutIn.stageOf({'a.ts': 'export {};'});
    const broken = running(stage, '/no/such/tool');

    expect(await slipOf(broken.compile())).to.match(/^no process can be started: .*ENOENT/);
    expect(await slipOf(broken.typeErrors())).to.match(/^no process can be started: .*ENOENT/);
    expect(fs.readdirSync(stage.subject.folder)).to.deep.equal(['a.ts']);
    await stage.close();
  });

  it('blames nobody for a type checker that is not there or does not start', async () => {
    const stage = await shutIn.stageOf({'a.ts': 'export {};'});
    const absent = withOther(stage, {checkerProgram: '/no/checker'});
    expect(await slipOf(absent.typeErrors())).to.equal('there is no type checker in /no/checker');

    const silent = running(stage, '/bin/sh', '-c', 'exit 1');
    expect(await slipOf(silent.typeErrors())).to.equal('the type checker did not start');
    await stage.close();
  });

  it('knows a type checker that has broken down from one that did not start', async () => {
    const stage = await shutIn.stageOf({'a.ts': 'export {};'});
    const broken = running(stage, '/bin/sh', '-c', 'exit 2');
    expect(await broken.typeErrors()).to.deep.equal([
      'the type checker took more memory than it may',
    ]);
    await stage.close();
  });

  it('ends a compiler and a checker that are at work when it is closed', async () => {
    const stage = await shutIn.stageOf({'log.ts': EXPLODING});
    const slips = [slipOf(stage.typeErrors()), slipOf(stage.compile())];
    await stage.close();
    for (const slip of await Promise.all(slips)) expect(slip).to.match(/^the stage is closed/);
  });

  it('names the file that the compiler dies of, and goes on behind it', async () => {
    const stage = await compiledByDying(['a.ts', 'bomb.ts', 'c.ts', 'liar.ts', 'z.ts']);
    const made = fs.readdirSync(stage.subject.folder).filter(name => !name.endsWith('.ts')).sort();
    expect(made).to.deep.equal(['a.js', 'bomb.ts.error', 'c.js', 'liar.ts.error', 'z.js']);
    expect(errorOf(stage, 'bomb.ts'))
      .to.equal('the compiler took more time or memory than it may');
    expect(errorOf(stage, 'liar.ts')).to.equal('the compiler gave an answer that is none');
  });

  it('compiles a submission once, and what stands in without it', async () => {
    const files = {'main.ts': MAIN, 'other.ts': 'export const x = 1;'};
    const [first, second] = [await shutIn.stageOf(files), await shutIn.stageOf(files)];
    const {equipment} = first;
    const known: CompiledBefore = new Map();
    await new Stage(equipment, first.folder, known).compile();
    const packages = {...equipment.packages, compiler: '/no/compiler'};
    const again = new Stage({...equipment, packages}, second.folder, known);
    const {file} = again.add('other.ts', 'export const x: number = 2;');
    await again.compile();

    expect(fs.readFileSync(file.replace('.ts', '.js'), 'utf8')).to.include('exports.x = 2');
    expect(await boot(again)).to.deep.equal([{kind: 'log', line: '1'}]);
    for (const stage of [first, second, again]) await stage.close();
  });

  it('gives up behind four such files', async () => {
    const stage = await compiledByDying([1, 2, 3, 4, 5].map(n => `bomb${n}.ts`).concat('z.ts'));
    expect(errorOf(stage, 'bomb4.ts')).to.match(/more time or memory/);
    expect(errorOf(stage, 'bomb5.ts')).to.equal('other files took the compiler too long');
    expect(errorOf(stage, 'z.ts')).to.equal('other files took the compiler too long');
  });

  it('finds the type errors that the checker finds outside', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-types-'));
    fs.cpSync(path.join(samples, 'finn-does-not-compile'), folder, {recursive: true});
    const stage = await shutIn.sandbox.open(folder);
    const outside = (await checkTypes({...findSubject(folder), name: 'skeleton'}))
      .map(({file, line, text}) => `${file}:${line} ${text}`);
    expect(await stage.typeErrors()).to.deep.equal(outside);
    expect(outside).not.to.deep.equal([]);
    fs.rmSync(folder, {recursive: true});
    await stage.close();
  });

  it('keeps few and short type errors, whatever the code makes the checker say', async () => {
    const odd = '\u001b'.repeat(9) + 'x'.repeat(999);
    const lines = Array.from({length: 500}, (_, n) => `const a${n}: '${odd}' = 1;`);
    const stage = await shutIn.stageOf({'log.ts': lines.join('\n')});
    const errors = await stage.typeErrors();
    expect(errors).to.have.lengthOf(50);
    expect(Math.max(...errors.map(line => line.length))).to.be.below(400);
    expect(errors.join('')).not.to.include('\u001b');
    await stage.close();
  });

  it('survives types that explode, and says so', async () => {
    const stage = await shutIn.stageOf({'log.ts': EXPLODING});
    const errors = await stage.typeErrors();
    expect(errors.join('\n')).to.match(/TS2590|TS2589|the type checker took/);
    await stage.close();
  });
});
