/** What an instructor types, and what is there afterwards. */
import {expect} from 'chai';
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {unzipSync} from 'fflate';
import {root} from '../../../../harness/host/register.js';
import {kitVersion} from '../../../../harness/scenario/token';
import {flotilla, program} from '../../cli/run-flotilla';
import type {Ran} from '../../cli/run-flotilla';

/** A copy is made, checked, and two of its labs are run twice, on cores that others use, too. */
const LIMIT_MS = 600_000;
/** In the kit's folder, and nothing of the kit. */
const MADE_HERE = /^(node_modules|\.git|\.nyc_output|build|coverage|traces|results)$/;

function inCopy(folder: string, words: readonly string[]): Ran {
  const {status, stdout, stderr} = spawnSync(
    process.execPath, [path.join(folder, 'harness/cli/flotilla.js'), ...words],
    {cwd: folder, encoding: 'utf8'});
  return {code: status, out: stdout, err: stderr};
}

function git(folder: string, ...words: readonly string[]): string {
  return spawnSync('git', words, {cwd: folder, encoding: 'utf8'}).stdout.trim();
}

function linkPackages(folder: string): void {
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

describe('npm run handout', function () {
  this.timeout(LIMIT_MS);
  let parent: string;
  const at = (...parts: readonly string[]): string => path.join(parent, ...parts);
  beforeEach(() => {
    parent = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-handout-'));
  });
  afterEach(() => fs.rmSync(parent, {recursive: true, force: true}));

  it('makes a folder and a zip, and proves them', () => {
    const {code, out, err} = flotilla(
      ['handout', '--out', at('kit'), '--labs', '1-2', '--proof', 'quick']);

    expect(err).to.equal('');
    expect(code).to.equal(0);
    expect(out).to.match(/proved: in \d+ files there is no piece of the reference/);
    expect(out).to.match(/proved: npm test says what is not written yet in 2 labs/);
    expect(out).to.match(/proved: with the reference's files in it, all pass: (\d+) of \1/);
    expect(fs.readdirSync(parent).sort()).to.deep.equal(['kit', 'kit.zip']);
    expect(git(at('kit'), 'log', '--format=%an %s')).to.equal('Flotilla The lab kit');
    expect(git(at('kit'), 'status', '--porcelain')).to.equal('');
    const zipped = Object.keys(unzipSync(fs.readFileSync(at('kit.zip')))).sort();
    expect(zipped).to.deep.equal(
      git(at('kit'), 'ls-files').split('\n').map(file => `kit/${file}`).sort());
  });

  it('makes the same commit and the same zip again, and a copy that works', () => {
    const words = ['--labs', '1,2,5', '--unlock', 'log', '--no-proof'];
    const first = flotilla(['handout', '--out', at('one', 'kit'), ...words]);
    expect(first.code).to.equal(2);
    expect(first.err).to.match(/there is no folder ".*one" to put it in/);
    // A day apart, so that a date of the machine's would show.
    for (const [folder, zone] of [['one', 'Pacific/Kiritimati'], ['two', 'Pacific/Pago_Pago']]) {
      fs.mkdirSync(at(folder!));
      expect(flotilla(['handout', '--out', at(folder!, 'kit'), ...words], {TZ: zone}).out)
        .to.include('nothing was proved');
    }
    const [one, two] = ['one', 'two'].map(folder => at(folder, 'kit'));
    expect(git(one ?? '', 'rev-parse', '--show-object-format')).to.equal('sha1');
    expect(git(one ?? '', 'rev-parse', 'HEAD')).to.equal(git(two ?? '', 'rev-parse', 'HEAD'));
    expect(fs.readFileSync(`${one}.zip`).equals(fs.readFileSync(`${two}.zip`))).to.equal(true);

    linkPackages(at('one', 'kit'));
    expect(inCopy(at('one', 'kit'), ['--version']).out).to.equal(`${kitVersion()}\n`);
    const log = inCopy(at('one', 'kit'), ['test', 'log']);
    expect(log.out).to.match(/8 of 8 points/).and.match(/, 0 failed\n$/);
    const election = inCopy(at('one', 'kit'), ['test', 'election']);
    expect(election.out).to.match(/not written yet: becomeCandidate\(\) +skeleton\/election\.ts/);
    fs.copyFileSync(
      path.join(root, 'reference/election.ts'), at('one', 'kit', 'skeleton/election.ts'));
    expect(inCopy(at('one', 'kit'), ['test', 'election']).out)
      .to.match(/20 of 20 points/).and.match(/, 0 failed\n$/);
    expect(inCopy(at('one', 'kit'), ['grade']).err).to.match(/unknown command 'grade'/);
    const asked = [['test', 'commit'], ['test', 'log', '4-commit'], ['test', 'terms'],
      ['coverage', '7b'], ['test', 'snapshots'], ['replay', '6-timer-1-s1-v0.1.0'],
      ['test', 'raft']] as const;
    expect(asked.map(words => inCopy(at('one', 'kit'), words)).map(({err}) => err.split(', ')[0]))
      .to.deep.equal([
        ...['4 (commit)', '4 (commit)', '3 (replication)', '7 (kv)', '7 (kv)', '6 (timing)']
          .map(lab => `flotilla: lab ${lab} is not part of this copy`),
        'flotilla: there is no lab "raft"; the labs are 1-log',
      ]);
  });

  it('leaves out what nothing names, wherever it was left lying', () => {
    const kit = at('instructor');
    fs.mkdirSync(kit);
    for (const name of fs.readdirSync(root).filter(one => !MADE_HERE.test(one))) {
      fs.cpSync(path.join(root, name), path.join(kit, name), {recursive: true});
    }
    linkPackages(kit);
    const page = path.join(kit, 'labs/5-election/README.md');
    fs.appendFileSync(page, '\nSee [more](more.md), and [not this](../../notes.md).\n');
    const planted = {
      'notes.md': 'mine', 'harness/raft/old-election.ts': 'export const mine = 1;\n',
      'harness/raft/stand-ins/notes.ts': 'export const mine = 1;\n',
      'harness/raft/notes.md': 'mine',
      'labs/5-election/answers.md': 'mine', 'labs/5-election/old/more.md': 'mine',
      'labs/5-election/more.md': '![Votes](pictures/votes.svg "Who votes")',
      'labs/5-election/pictures/votes.svg': '<svg/>', 'labs/5-election/pictures/old.svg': '<svg/>',
    };
    for (const [name, text] of Object.entries(planted)) {
      fs.mkdirSync(path.dirname(path.join(kit, name)), {recursive: true});
      fs.writeFileSync(path.join(kit, name), text);
    }
    const {err} = inCopy(kit, ['handout', '--out', at('copy'), '--labs', '5', '--no-proof']);
    expect(err).to.equal('');
    const names = git(at('copy'), 'ls-files').split('\n');
    expect(names.filter(name => name in planted)).to.deep.equal([
      'labs/5-election/more.md', 'labs/5-election/pictures/votes.svg',
    ]);
    expect(names).to.include.members(['labs/5-election/lab.ts', 'harness/raft/stand-ins/reads.ts']);
  });

  it('refuses a place where it cannot be, in one line, and leaves nothing', () => {
    fs.mkdirSync(at('taken'));
    fs.writeFileSync(at('taken', 'mine.txt'), 'mine');
    fs.writeFileSync(at('file'), 'mine');
    fs.writeFileSync(at('zipped.zip'), 'mine');
    fs.symlinkSync(root, at('link'), 'junction');
    const before = fs.readdirSync(parent).sort();
    const refusals: readonly (readonly [out: string, reason: RegExp])[] = [
      [at('taken'), /taken" is there already/],
      [at('file'), /file" is there already/],
      [at('zipped'), /zipped\.zip" is there already/],
      [root, /is inside the kit: name a folder beside it, such as \.\.\/student-kit/],
      [path.join(root, 'build/kit'), /is inside the kit/],
      [at('link', 'kit'), /is inside the kit/],
      [at('nowhere', 'kit'), /there is no folder ".*nowhere" to put it in/],
      [at('file', 'kit'), /cannot write to ".*file" \(ENOTDIR\)/],
    ];
    for (const [out, reason] of refusals) {
      const {code, err} = flotilla(['handout', '--out', out, '--no-proof']);
      expect(err, out).to.match(/^flotilla: .*\n$/).and.match(reason);
      expect(code, out).to.equal(2);
    }
    expect(fs.readdirSync(parent).sort()).to.deep.equal(before);
  });

  it('refuses what it does not understand', () => {
    const err = (...words: readonly string[]): string => flotilla(['handout', ...words]).err;
    expect(err()).to.match(/where shall the copy go\? Say --out/);
    expect(err('--out', at('kit'), '--labs', '1-9')).to.match(/there is no lab "9"/);
    expect(err('--out', at('kit'), '--unlock', 'raft')).to.match(/there is no lab "raft"/);
    expect(err('--out', at('kit'), '--proof', 'some')).to.match(/--proof takes all or quick/);
    expect(fs.readdirSync(parent)).to.deep.equal([]);
  });

  it('leaves nothing half done when something fails on the way', () => {
    const {code, err} = flotilla(
      ['handout', '--out', at('kit'), '--labs', '2', '--no-proof'], {PATH: parent});
    expect(err).to.equal('flotilla: git is needed to make a repository\n');
    expect(code).to.equal(2);
    expect(fs.readdirSync(parent)).to.deep.equal([]);
  });

  it('leaves nothing when it is interrupted', async () => {
    const child = spawn(process.execPath, [
      program, 'handout', '--out', at('kit'), '--labs', '2', '--proof', 'quick',
    ], {cwd: root, env: {...process.env, TMPDIR: parent, TEMP: parent}});
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('can be a file on Windows')) child.kill('SIGINT');
    });
    const code = await new Promise(resolve => child.on('close', resolve));
    expect(code).to.equal(130);
    expect(fs.readdirSync(parent)).to.deep.equal([]);
  });
});
