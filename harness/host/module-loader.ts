/**
 * Loads the modules of a box: compiled once per process, evaluated afresh at every boot.
 *
 * Promises: nothing but the disk survives a crash, and no two boxes share a variable; files of the
 * kit that have none are evaluated once. The code comes through Node's own require hook, so
 * ts-node, nyc and source maps all take part. An import leads where the box's table says, or is
 * refused, naming the file and the line.
 * Read next: box-runner.ts.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import {compile} from './register.js';
import type {BoxSpec, ModuleSource} from './box';
import type {BoxClock} from './box-clock';
import {PARAMETERS} from './environment';
import {scan} from './source-scan';

/** A file cannot be loaded into a box: a forbidden construct, a syntax error, or no such file. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';

  constructor(
    readonly fault: 'import' | 'syntax' | 'missing', message: string,
    readonly file: string | null, readonly line: number | null,
  ) {
    super(message);
  }
}

type ModuleFunction = (
  exports: object, require: (name: string) => unknown, module: {exports: object},
  filename: string, dirname: string,
) => void;
type Factory = (...environment: readonly unknown[]) => ModuleFunction;

/** Node's modules a program may import, whole, with or without `node:`. */
const BUILTINS = new Set(['events', 'assert', 'assert/strict', 'util', 'buffer']);

/** Said after "imports 'timers' — ". */
const INSTEAD: Readonly<Record<string, string>> = {
  timers: 'use the global setTimeout',
  perf_hooks: 'use the global performance.now()',
  crypto: 'use the global crypto.randomUUID(), or Math.random()',
  fs: 'what a server must remember, it keeps on the disk it is given',
  net: 'a server talks to others only by messages',
  http: 'a server talks to others only by messages',
  dgram: 'a server talks to others only by messages',
  process: 'a server has no process; what it must know is in server.settings',
  worker_threads: 'a server has one thread',
  mocha: 'describe, it and the others are there without an import',
  child_process: 'a server has one thread',
};

const kitFolder = path.resolve(__dirname, '..');
/**
 * Files of the kit that keep nothing outside of what they are given, ask no clock, and import only
 * each other. All boxes share them: made once, they run fast. No student's file can import them.
 */
export const STATELESS: readonly string[] = [
  'host/guest.ts', 'host/json.ts', 'raft/applier.ts', 'raft/classes.ts', 'raft/client-contract.ts',
  'raft/contract.ts', 'raft/dispatch.ts', 'raft/given-disk.ts', 'raft/given-server.ts',
  'raft/harness-calls.ts', 'raft/inspect.ts', 'raft/rules.ts', 'raft/server.ts',
  'raft/service-contract.ts',
];
const stateless: ReadonlySet<string> = new Set(STATELESS.map(file => path.join(kitFolder, file)));
/** Logs that students' tests are tried on stand here, and share code. */
const testsFolder = path.resolve(kitFolder, '../tests');

export class ModuleLoader {
  private readonly factories = new Map<string, Factory>();
  private readonly prepared = new Set<string>();
  private readonly shared = new Map<string, {exports: object}>();

  /** Evaluates a box's program and all it imports, and returns the program's exports. */
  load(spec: BoxSpec, environment: readonly unknown[], clock: BoxClock): object {
    const loaded = new Map(this.shared);
    const sources = new Map(Object.values(spec.modules).map(source => [source.file, source]));

    const evaluate = (file: string): object => {
      const known = loaded.get(file);
      if (known !== undefined) return known.exports;
      const module = {exports: {}};
      loaded.set(file, module);
      const source = sources.get(file);
      const instantiate = this.factoryOf(file, source)(...environment);
      const importFrom = (name: string): unknown => {
        const target = resolve(name, file, source, spec);
        if (typeof target === 'string') return evaluate(target);
        if ('package' in target) return require(target.package) as unknown;
        return builtin(target.builtin, clock);
      };
      instantiate(module.exports, importFrom, module, file, path.dirname(file));
      if (stateless.has(file)) this.share(file, module);
      return module.exports;
    };
    return evaluate(spec.program);
  }

  /** Compiles a box's program and all it imports. What is wrong with them is said by `load`. */
  prepare(spec: BoxSpec): void {
    const key = `${spec.program}\n${Object.values(spec.modules).map(({file}) => file).join('\n')}`;
    if (this.prepared.has(key)) return;
    this.prepared.add(key);
    const sources = new Map(Object.values(spec.modules).map(source => [source.file, source]));
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      try {
        this.factoryOf(file, sources.get(file));
        for (const name of importsOf(file)) {
          const target = resolve(name, file, sources.get(file), spec);
          if (typeof target === 'string') visit(target);
        }
      } catch {
        // `load` meets it again.
      }
    };
    visit(spec.program);
    for (const file of sources.keys()) visit(file);
  }

  /** What the files export, students' code may get hold of; it can leave nothing there. */
  private share(file: string, module: {exports: object}): void {
    for (const exported of Object.values(module.exports) as readonly unknown[]) {
      if (typeof exported === 'function') Object.freeze(exported.prototype);
      Object.freeze(exported);
    }
    this.shared.set(file, module);
  }

  private factoryOf(file: string, source: ModuleSource | undefined): Factory {
    let factory = this.factories.get(file);
    if (factory === undefined) {
      factory = makeFactory(file, source);
      this.factories.set(file, factory);
    }
    return factory;
  }
}

function makeFactory(file: string, source: ModuleSource | undefined): Factory {
  if (source !== undefined && !file.startsWith(kitFolder + path.sep)) refuseForbidden(file, source);
  const head = `(function(${PARAMETERS.join(',')}){` +
    'return function(exports,require,module,__filename,__dirname){"use strict";';
  const script = new vm.Script(`${head}${codeOf(file)}\n}})`, {
    filename: file, columnOffset: -head.length,
  });
  return script.runInThisContext() as Factory;
}

function refuseForbidden(file: string, source: ModuleSource): void {
  let code: string;
  try {
    code = compile(file);
  } catch (error) {
    throw syntaxRefusal(error, source);
  }
  const refused = scan(code);
  if (refused === undefined) return;
  const {fault, what, line} = refused;
  const text = fault === 'syntax' ? `cannot load ${place(source.shownAs, line)}: ${what}` : what;
  throw new LoadRefused(fault, text, source.shownAs, line);
}

/** Asks the require hook itself, with `_compile` stubbed, so that nyc can instrument the code. */
function codeOf(file: string): string {
  const module = new Module(file) as Module & {_compile(code: string, file: string): void};
  let code = '';
  module.filename = file;
  module.paths = [];
  module._compile = given => { code = given; };
  hooksOf(Module)[path.extname(file)]?.(module, file);
  return code;
}

type Hooks = NodeJS.Dict<(module: Module, file: string) => void>;

/** Node's types do not know of it. */
function hooksOf(nodeModule: object): Hooks {
  return (nodeModule as {readonly _extensions: Hooks})._extensions;
}

/** ts-node's diagnostics read 'skeleton/log.ts(12,3): error TS1005: …' in several lines. */
function syntaxRefusal(error: unknown, source: ModuleSource): LoadRefused {
  const text = error instanceof Error ? error.message : String(error);
  const found = /\.ts[:(](\d+)[:,](\d+)\)?:?[ -]*error\S* TS\d+: (.*)/.exec(
    text.replace(/\u001b\[[\d;]*m/g, ''));
  const line = found?.[1] === undefined ? null : Number(found[1]);
  const detail = found?.[3] ?? text.split('\n')[0] ?? '';
  return new LoadRefused(
    'syntax', `cannot load ${place(source.shownAs, line)}: ${detail}`, source.shownAs, line);
}

/** As the compiler writes them. */
function importsOf(file: string): readonly string[] {
  return [...compile(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
}

function place(file: string, line: number | null): string {
  return line === null ? file : `${file}:${line}`;
}

/** Where an import leads: a file, one of Node's modules, a package. @throws LoadRefused */
function resolve(
  name: string, from: string, importer: ModuleSource | undefined, spec: BoxSpec,
): string | {readonly builtin: string} | {readonly package: string} {
  if (Object.hasOwn(spec.modules, name)) return spec.modules[name]!.file;
  const isKit = from.startsWith(kitFolder + path.sep);
  if (name.startsWith('#solution/')) {
    throw isKit ? missingFile(name, spec) : missingImport(name, from, importer);
  }
  if (isKit) {
    if (name.startsWith('.')) return path.resolve(path.dirname(from), `${name}.ts`);
    return {builtin: name.replace(/^node:/, '')};
  }
  if (name.startsWith('.') && from.startsWith(testsFolder + path.sep)) {
    return path.resolve(path.dirname(from), `${name}.ts`);
  }
  if (spec.packages?.includes(name) === true) return {package: name};
  const plain = name.replace(/^node:/, '');
  if (BUILTINS.has(plain) || plain === 'timers/promises') return {builtin: plain};
  throw refusedImport(name, from, importer);
}

/** The kit calls a file's functions, and the file is not there. */
function missingFile(name: string, spec: BoxSpec): LoadRefused {
  const file = `${name.replace('#solution/', '')}.ts`;
  const beside = Object.values(spec.modules).map(({shownAs}) => shownAs)
    .find(shownAs => !shownAs.startsWith('harness/'));
  const shownAs = beside === undefined ? file : `${beside.replace(/[^/]*$/, '')}${file}`;
  return new LoadRefused(
    'missing', `has no ${shownAs} — this lab calls its functions`, shownAs, null);
}

/** A file of the student imports one that is not there, or not in this lab. */
function missingImport(
  name: string, from: string, importer: ModuleSource | undefined,
): LoadRefused {
  const shownAs = importer?.shownAs ?? path.basename(from);
  return new LoadRefused(
    'missing', `imports '${name}' — there is no such file in this lab`,
    shownAs, lineOfImport(name, from));
}

function refusedImport(
  name: string, from: string, importer: ModuleSource | undefined,
): LoadRefused {
  const shownAs = importer?.shownAs ?? path.basename(from);
  return new LoadRefused(
    'import', `imports '${name}' — ${insteadOfImport(name)}`, shownAs, lineOfImport(name, from));
}

function insteadOfImport(name: string): string {
  if (name.startsWith('.')) {
    return `write '#solution/${path.basename(name).replace(/\.[jt]s$/, '')}' instead`;
  }
  const module = name.replace(/^node:/, '').split('/')[0] ?? '';
  return Object.hasOwn(INSTEAD, module) ? INSTEAD[module] as string
    : 'a server has #raft, #solution/… and a few modules of Node.js, and no more';
}

function lineOfImport(name: string, file: string): number | null {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const quoted = [`'${name}'`, `"${name}"`];
  const says = (line: string): boolean => quoted.some(text => line.includes(text));
  const imports = lines.findIndex(line => says(line) && /\b(from|import|require)\b/.test(line));
  const at = imports === -1 ? lines.findIndex(says) : imports;
  return at === -1 ? null : at + 1;
}

function builtin(name: string, clock: BoxClock): unknown {
  if (name === 'timers/promises') return timersPromises(clock);
  return process.getBuiltinModule(`node:${name}`);
}

/** `node:timers/promises` on the box's own clock. */
function timersPromises(clock: BoxClock): object {
  const wait = (delayMs = 0, value?: unknown): Promise<unknown> =>
    new Promise(done => { clock.setTimeout(() => done(value), delayMs); });
  return {
    setTimeout: wait,
    setImmediate: (value?: unknown) => wait(0, value),
    async *setInterval(everyMs = 1, value?: unknown): AsyncGenerator {
      for (;;) {
        await wait(Math.max(1, everyMs));
        yield value;
      }
    },
    scheduler: {wait, yield: () => wait(0)},
  };
}
