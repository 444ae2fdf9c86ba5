/** What is in a student's copy, and what is not: made once, looked at from several sides. */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {choose} from '../../../../harness/grade/handout/choice';
import type {Choice} from '../../../../harness/grade/handout/choice';
import {copyFiles} from '../../../../harness/grade/handout/copy-files';
import type {CopyFiles} from '../../../../harness/grade/handout/copy-files';
import {leaksIn} from '../../../../harness/grade/handout/leaks';
import {zipOf} from '../../../../harness/grade/handout/write-copy';
import {root} from '../../../../harness/host/register.js';
import {kitVersion} from '../../../../harness/scenario/token';

/** A copy takes some seconds to make, on cores that others use, too. */
const LIMIT_MS = 120_000;

function textOf(copy: CopyFiles, file: string): string {
  return copy.get(file)?.toString('utf8') ?? '';
}

function kit(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** What package.json says, in a copy. */
function packageOf(copy: CopyFiles): Readonly<Record<string, object>> {
  return JSON.parse(textOf(copy, 'package.json')) as Readonly<Record<string, object>>;
}

describe('a copy with labs 1 and 2', function () {
  this.timeout(LIMIT_MS);
  let choice: Choice;
  let copy: CopyFiles;
  let names: readonly string[];
  before(() => {
    choice = choose('1-2');
    copy = copyFiles(choice);
    names = [...copy.keys()];
  });

  it('has what their students work with', () => {
    expect(names).to.include.members([
      'HANDOUT.md', 'README.md', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json',
      '.gitignore', '.gitattributes', '.vscode/launch.json', 'labs/1-log/README.md',
      'labs/2-network/lab.ts', 'skeleton/log.ts', 'skeleton/tests/log.test.ts',
      'skeleton/network.ts', 'tests/2-network/10-random-worlds.spec.ts', 'harness/raft/rules.ts',
      'harness/cli/replay.ts', 'harness/report/mocha-cli-reporter.ts',
    ]);
    expect(textOf(copy, 'skeleton/log.ts')).to.equal(kit('skeleton/log.ts'));
  });

  it('has nothing of the instructor, and nothing of later labs', () => {
    const wrong = /^(reference|harness\/grade|tests\/(kit|hidden))|\/process-host|mutant|sample/;
    expect(names.filter(name => wrong.test(name))).to.deep.equal([]);
    const commands = names.filter(name => name.startsWith('harness/cli/'));
    expect(commands.filter(name => /grade|handout|bench|soak|instructors|cluster/.test(name)))
      .to.deep.equal([]);
    expect(names.filter(name => /^(labs|skeleton|tests)\/[3-7]/.test(name))).to.deep.equal([]);
    expect(names).to.not.include('skeleton/terms.ts');
  });

  it('declares what later files would, and does not have them', () => {
    expect(textOf(copy, 'harness/raft/absent/terms.d.ts'))
      .to.include('export declare function observeTerm(server: RaftServer, term: number): void;');
    expect(names.filter(name => name.startsWith('harness/raft/finished/'))).to.deep.equal([]);
  });

  it('knows the kit\'s version, and asks for few packages', () => {
    const {flotilla, scripts, devDependencies} = packageOf(copy);
    expect(flotilla).to.include({role: 'student', kit: kitVersion()});
    expect(scripts).to.have.all.keys('test', 'replay', 'coverage');
    expect(devDependencies).to.include.keys('mocha', 'chai', 'typescript', '@types/chai');
    expect(devDependencies).to.not.have.any.keys('terser', 'fflate', 'sinon', 'ioredis', 'yauzl');
    const {packages} = JSON.parse(textOf(copy, 'package-lock.json')) as {packages: object};
    expect(packages).to.not.have.any.keys('node_modules/terser', 'node_modules/ioredis');
  });

  it('has a HANDOUT.md whose commands and links are there', () => {
    const page = textOf(copy, 'HANDOUT.md');
    const commands = [...page.matchAll(/npm test -- (\w+)|npm run (\w+)/g)]
      .map(([, lab, script]) => lab ?? script);
    expect([...new Set(commands)]).to.deep.equal(['log', 'network', 'coverage']);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
    expect(links.filter(link => !names.includes(link ?? ''))).to.deep.equal([]);
    expect(page).to.include('- Labs 3, 4, 5, 6 and 7 are not part of this copy.');
    expect(page).to.not.match(/election|redis|Lab 7 has/);
  });

  it('says the same in another run, byte for byte', () => {
    const again = copyFiles(choose('1-2'));
    expect([...again.keys()]).to.deep.equal(names);
    const other = names.filter(name => textOf(again, name) !== textOf(copy, name));
    expect(other).to.deep.equal([]);
    expect(zipOf(again, 'kit').equals(zipOf(copy, 'kit'))).to.equal(true);
  });

  it('has compiled logs for students\' tests, without a word of how they are written', () => {
    const log = textOf(copy, 'tests/1-log/variants/broken/half-done.ts');
    expect(log).to.match(/^\/\*\* A broken log, compiled/).and.match(/RaftLog/);
    expect(log).to.not.match(/prevLogIndex[^"]|SoundLog|expectRising|firstNews/);
  });

  it('gives nothing away', () => {
    expect(leaksIn(copy, choice)).to.deep.equal([]);
  });

  it('would be caught giving something away', () => {
    const body = kit('reference/replication.ts');
    const hidden = fs.readdirSync(path.join(root, 'tests/hidden'), {recursive: true})
      .map(String).find(file => file.endsWith('.spec.ts')) ?? 'none';
    const planted = new Map([...copy, ...Object.entries({
      'labs/1-log/notes.md': `See:\n${body.slice(body.indexOf('handleAppendEntries('))}`,
      'harness/report/extra.js': kit('harness/grade/handout/leaks.ts'),
      'tests/1-log/more.ts': kit(path.join('tests/hidden', hidden)),
      'traces/old.txt': kit('tests/1-log/variants/sound-log.ts'),
      'skeleton/log.ts': kit('reference/log.ts'),
    }).map(([file, text]) => [file, Buffer.from(text)] as const)]);
    const leaks = leaksIn(planted, choice);
    expect(leaks.map(({file, source}) => `${file} ${source}`)).to.have.members([
      'labs/1-log/notes.md reference/replication.ts',
      'harness/report/extra.js harness/grade/handout/leaks.ts',
      `tests/1-log/more.ts tests/hidden/${hidden.split(path.sep).join('/')}`,
      'traces/old.txt tests/1-log/variants/sound-log.ts', 'skeleton/log.ts reference/log.ts',
    ]);
  });
});

describe('a copy with labs 1, 2 and 5, of which lab 1 is finished', function () {
  this.timeout(LIMIT_MS);
  let choice: Choice;
  let copy: CopyFiles;
  before(() => {
    choice = choose('1,2,5', ['log']);
    copy = copyFiles(choice);
  });

  it('has the finished files to read, without what a later lab asks for', () => {
    const log = textOf(copy, 'skeleton/log.ts');
    expect(log).to.include('return todo(7, \'discardThrough\', index);');
    expect(log.match(/todo\(/g)).to.have.length(2);
    expect(log).to.include('Object.freeze({term: entry.term');
    expect(textOf(copy, 'skeleton/tests/log.test.ts'))
      .to.equal(kit('reference/tests/log.test.ts'));
  });

  it('has compiled files of labs 3 and 4', () => {
    const terms = textOf(copy, 'harness/raft/finished/terms.ts');
    expect(terms).to.match(/^\/\/ @ts-nocheck\n/).and.match(/export function observeTerm\(/);
    expect(packageOf(copy)['flotilla']).to.have.property('absent')
      .that.includes({'terms.ts': 3, 'commit.ts': 4, 'driver.ts': 7});
  });

  it('says so', () => {
    const page = textOf(copy, 'README.md');
    expect(page).to.include('`skeleton/log.ts` (lab 1) is finished');
    expect(page).to.include('Still to write in it: `discardThrough`, `resetTo`.');
    expect(page).to.include('- Labs 3, 4, 6 and 7 are not part of this copy.');
    expect(page).to.include('`harness/raft/finished/`, compiled.');
  });

  it('gives nothing away but that', () => {
    expect(leaksIn(copy, choice)).to.deep.equal([]);
    expect(leaksIn(copy, choose('1,2,5')).map(({file}) => file))
      .to.deep.equal(['skeleton/log.ts', 'skeleton/tests/log.test.ts']);
  });
});
