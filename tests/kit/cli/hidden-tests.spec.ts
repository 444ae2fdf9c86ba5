/** Tests that only grade: run and replayed in the kit, unknown in a student's copy. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import {flotilla} from './run-flotilla';

const TOKEN = '4-long-tail-s1-v0.1.0';
const LIMIT_MS = 120_000;

describe('hidden tests', function tests() {
  this.timeout(LIMIT_MS);
  const copy = path.join(root, 'build', `copy-without-hidden-${process.pid}`);
  after(() => fs.rmSync(copy, {recursive: true, force: true}));

  /** The kit as a student has it, as far as these commands look. */
  before(() => {
    for (const part of ['harness', 'labs', 'skeleton', 'tests/4-commit', 'package.json']) {
      fs.cpSync(path.join(root, part), path.join(copy, part), {recursive: true});
    }
    const packageFile = path.join(copy, 'package.json');
    const text = fs.readFileSync(packageFile, 'utf8');
    fs.writeFileSync(packageFile, text.replace('"role": "kit"', '"role": "student"'));
    for (const part of ['grade', 'cli/instructors-commands.ts']) {
      fs.rmSync(path.join(copy, 'harness', part), {recursive: true});
    }
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  });

  function inCopy(...words: readonly string[]): {code: number | null; out: string; err: string} {
    const {status, stdout, stderr} = spawnSync(
      process.execPath, [path.join(copy, 'harness/cli/flotilla.js'), ...words],
      {encoding: 'utf8', cwd: copy});
    return {code: status, out: stdout, err: stderr};
  }

  it('run by the word hidden, alone or beside a lab, and count to no points', () => {
    const {code, out} = flotilla(['test', 'hidden', '4', '--grep', 'a whole log of earlier ones']);
    expect(out).to.match(/Lab 4 · commit, hidden/).and.to.match(/1 passed, 0 failed/);
    expect(out).to.not.match(/points/);
    expect(code).to.equal(0);
  });

  it('are replayed in the kit', () => {
    const {code, out} = flotilla(['replay', TOKEN]);
    expect(out).to.match(/one entry of the new term commits a whole log.*: passed/);
    expect(code).to.equal(0);
  });

  it('are unknown in a copy that has none, which says so in one line', () => {
    const replayed = inCopy('replay', TOKEN);
    expect(replayed.err).to.match(/has no scenario "long-tail" in this copy.*only grade\n$/);
    const asked = inCopy('test', 'hidden');
    expect(asked.err).to.match(/there are no hidden tests here/);
    for (const {code, err} of [replayed, asked]) {
      expect(code).to.equal(2);
      expect(err.trim().split('\n')).to.have.length(1);
    }
  });

  it('break nothing by their absence: the public tests run', () => {
    const {out} = inCopy('test', '4', '--grep', 'a majority');
    expect(out).to.match(/wait for functions not written yet|failed/);
    expect(out).to.not.match(/bug in the lab kit/);
  });
});
