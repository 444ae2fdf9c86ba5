/**
 * `flotilla grade-one` and `flotilla gradescope`, as a platform or an instructor calls them.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {ClassroomResult} from '../../../harness/grade/formats/classroom';
import {root} from '../../../harness/host/register.js';
import {flotilla} from './run-flotilla';

const LOG_ONLY = path.join(root, 'harness/grade/samples/gita-log-only.zip');

describe('grading one submission', function () {
  this.timeout(240_000);
  let folder = '';
  const at = (name: string): string => path.join(folder, name);

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-grade-one-'));
  });
  after(() => fs.rmSync(folder, {recursive: true, force: true}));

  it('writes a report, and the step output of a GitHub workflow', () => {
    fs.mkdirSync(at('handed-in'));
    fs.copyFileSync(LOG_ONLY, at('handed-in/::error::.zip'));
    fs.writeFileSync(at('outputs'), 'former=1\n');
    const {code, out} = flotilla([
      'grade-one', at('handed-in'), '--lab', 'log', '--format', 'classroom', '--out',
      at('new/result.json'), '--name', '::error::x',
    ], {GITHUB_OUTPUT: at('outputs')});
    expect(code, out).to.equal(0);
    const result = JSON.parse(fs.readFileSync(at('new/result.json'), 'utf8')) as ClassroomResult;
    expect(result).to.include({version: 1, max_score: 8});
    const [, former, base64] =
      /^(former=1)\nresult=([\w+/]+=*)\n$/.exec(fs.readFileSync(at('outputs'), 'utf8')) ?? [];
    expect(former).to.equal('former=1');
    expect(JSON.parse(Buffer.from(base64 ?? '', 'base64').toString())).to.deep.equal(result);
    expect(out).to.match(/^: :error: :x: [\d.]+ of 8 points$/m);
    expect(fs.readdirSync(at('new'))).to.deep.equal(['result.json']);
  });

  for (const [what, words, says] of [
    ['a format there is not', ['x', '--format', 'html', '--out', 'r'],
      '--format takes gradescope, classroom, junit, json, not "html"'],
    ['a submission there is not', ['no/such', '--format', 'json', '--out', 'r'],
      'there is no submission "no/such"'],
    ['settings that are none',
      ['harness', '--format', 'json', '--out', 'r', '--settings', 'LICENSE'],
      'cannot read the settings in "LICENSE"'],
    ['a lab there is not', ['harness', '--format', 'json', '--out', 'r', '--lab', '9'],
      'there is no lab "9"'],
  ] as const) {
    it(`refuses ${what} in one line`, () => {
      const {code, err} = flotilla(['grade-one', ...words]);
      expect(code).to.equal(2);
      expect(err.trim()).to.match(/^flotilla: .*$/).and.include(says);
    });
  }

  it('builds an autograder zip, and refuses times that Gradescope does not allow', () => {
    const made = flotilla(['gradescope', '--lab', '5', '--out', at('autograder.zip')]);
    expect(made.code, made.err).to.equal(0);
    expect(made.out).to.include('1 lab, 20 points, within 10 minutes');
    expect(made.out).to.match(/^Anybody .* work out the hidden seeds: set hiddenSeeds\.secret/m);
    expect(fs.readFileSync(at('autograder.zip')).subarray(0, 2).toString()).to.equal('PK');

    const long = flotilla(['gradescope', '--minutes', '90', '--out', at('x.zip')]);
    expect([long.code, long.err.trim()]).to.deep.equal([
      2, 'flotilla: --minutes takes a whole number from 3 to 40, not "90"',
    ]);
  });
});
