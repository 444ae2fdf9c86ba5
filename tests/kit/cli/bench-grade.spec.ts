/** The class that `flotilla bench grade` grades, and what it says when it cannot. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gradeClass, makeClass} from '../../../harness/cli/bench-grade';
import {WrongUse} from '../../../harness/cli/wrong-use';
import {root} from '../../../harness/host/register.js';
import {allAttacks} from '../attacks/trial';

const LIMIT_MS = 120_000;

function textsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(fs.readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(file => fs.statSync(path.join(folder, file)).isFile())
    .map(file => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

describe('bench grade', function () {
  this.timeout(LIMIT_MS);
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-bench-grade-'));
  });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  it('has every kind of submission in a class of ten', () => {
    makeClass(folder, 10);
    const reference = textsOf(path.join(root, 'reference'));
    const skeleton = textsOf(path.join(root, 'skeleton'));
    const hostile = new Set(allAttacks().flatMap(({files}) => Object.values(files)));
    const kinds = fs.readdirSync(folder).sort().map(student => {
      const files = [...textsOf(path.join(folder, student))];
      const changed = files.filter(([file, text]) => reference.get(file) !== text);
      if (changed.length === 0) return 'complete';
      if (changed.every(([, text]) => hostile.has(text))) return 'hostile';
      const unwritten = changed.filter(([file, text]) => skeleton.get(file) === text);
      if (unwritten.length < changed.length) return 'broken';
      return files.every(([file, text]) => skeleton.get(file) === text) ? 'skeleton' : 'half-done';
    });
    expect(kinds).to.deep.equal([
      'complete', 'broken', 'half-done', 'hostile', 'skeleton',
      'broken', 'broken', 'broken', 'complete', 'broken',
    ]);
  });

  it('says why nothing was graded', () => {
    fs.cpSync(path.join(root, 'skeleton'), path.join(folder, 'class/one'), {recursive: true});
    expect(() => gradeClass(path.join(folder, 'class'), path.join(folder, 'results'),
      ['--require-sandbox', '--sandbox-at-most', '4']))
      .to.throw(WrongUse, /^nothing was graded: --require-sandbox: the best here is tier 4, .+$/);
  });
});
