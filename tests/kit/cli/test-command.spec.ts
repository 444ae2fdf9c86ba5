/** What a student sees from the first run to the last. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {allLabs} from '../../../harness/scenario/labs';
import {copyOf, edit, flotilla, program} from './run-flotilla';

/** Two runs may differ in the one line that says how long they took. */
function withoutTime(out: string): string {
  return out.split('\n').filter(line => !line.startsWith('Took ')).join('\n');
}

describe('npm test -- <lab>', () => {
  it('says on a bare skeleton what is not written yet, where, and what to read', () => {
    for (const lab of ['log', 'network', 'replication', 'commit', 'election', 'timing', '7d']) {
      const {code, out} = flotilla(['test', lab, '--subject', 'skeleton']);
      expect(code, lab).to.equal(1);
      expect(out, lab).to.match(/^Subject: skeleton\n/);
      expect(out, lab).to.match(/not written yet: \w+\(\) +skeleton\/\w+\.ts:\d+/);
      expect(out, lab).to.match(/Start with labs\/\d-\w+\/[\w-]+\.md/);
      expect(out, lab).to.match(/\n0 passed, \d+ failed\n$/);
    }
  });

  it('passes on the reference', () => {
    const {code, out} = flotilla(['test', 'election']);
    expect(out).to.match(/20 of 20 points/);
    expect(out).to.match(/\n\d+ passed, 0 failed\n$/);
    expect(code).to.equal(0);
  });

  it('takes a lab by number, name, folder and file', () => {
    for (const name of ['4', 'commit', '4-commit', 'commit.ts']) {
      expect(flotilla(['test', name, '--grep', 'nothing is']).out).to.match(/Lab 4 · commit/);
    }
  });

  it('takes a part of a lab by number, name and file', () => {
    for (const name of ['7d', 'runtime', 'driver.ts']) {
      const {out} = flotilla(['test', name, '--grep', 'nothing leaves before its sync']);
      expect(out, name).to.match(/Lab 7d · runtime/).and.not.match(/Lab 7[abc]/);
    }
  });

  it('prints the same text for the same seed', () => {
    const words = ['test', 'replication', '--seed', '7'];
    expect(withoutTime(flotilla(words).out)).to.equal(withoutTime(flotilla(words).out));
  });

  for (const last of [3, 6]) {
    it(`runs labs 1 to ${last} where the files of later labs are gone`, () => {
      const mine = copyOf('reference');
      for (const {file} of allLabs().slice(last).flatMap(({files}) => files)) {
        fs.rmSync(path.join(mine.path, file));
      }
      const labs = Array.from({length: last}, (_, n) => String(n + 1));
      const {code, out} = flotilla(['test', ...labs, '--subject', mine.path]);
      mine.clean();
      expect(out).to.match(/\n\d+ passed, 0 failed\n$/);
      expect(code).to.equal(0);
    });
  }

  it('shows a type error beside the results, not instead of them', () => {
    const mine = copyOf('reference');
    fs.appendFileSync(
      path.join(mine.path, 'commit.ts'), 'export const lastWord: number = \'none\';\n');
    const {code, out} = flotilla(['test', 'commit', '--subject', mine.path]);
    mine.clean();
    expect(out)
      .to.match(/mine\/commit\.ts:\d+:\d+.*Type 'string' is not assignable to type 'number'/);
    expect(out).to.match(/10 of 10 points/);
    expect(code).to.equal(1);
  });

  it('reads options that npm has swallowed', () => {
    const {out} = flotilla(['test', 'replication'], {npm_config_seed: 'x'});
    expect(out).to.equal('');
    const {err} = flotilla(['test', 'replication'], {npm_config_seed: 'x'});
    expect(err).to.match(/--seed takes a whole number/);
  });

  it('ends when whoever reads has seen enough, and claims no verdict', () => {
    const {status, stdout, stderr} = spawnSync('bash', ['-c',
      '"$@" | head -1; exit "${PIPESTATUS[0]}"', 'bash', process.execPath, program, 'test', 'log'],
    {encoding: 'utf8'});
    expect([stdout, stderr]).to.deep.equal(['Subject: reference (from package.json)\n', '']);
    expect(status).to.equal(141);
  });

  it('uses ASCII only when asked', () => {
    const {out} = flotilla(['test', 'commit', '--plain']);
    expect(out).to.match(/^[\x20-\x7e\n]*$/);
  });
});

describe('a failure', () => {
  let mine: ReturnType<typeof copyOf>;
  before(() => {
    mine = copyOf('reference');
    edit(mine.path, 'commit.ts', 'state.log.termAt(index) === state.currentTerm', 'true');
  });
  after(() => mine.clean());

  it('names the command that replays it, and the replay prints the same failure', () => {
    const first = flotilla(['test', 'commit', '--subject', mine.path]);
    expect(first.code).to.equal(1);
    const token = /npx flotilla replay (\S+)/.exec(first.out)?.[1] ?? '';
    const claim = /The commit rule is broken: .*/.exec(first.out)?.[0] ?? 'no claim';

    const again = flotilla(['replay', token, '--subject', mine.path]);

    expect(again.code).to.equal(1);
    expect(again.out).to.include(claim);
    expect(again.out).to.include('Same code: the same run.');
  });

  it('is told once, however many claims it fails', () => {
    const {out} = flotilla(['test', 'commit', '--subject', mine.path]);
    const failed = [...out.matchAll(/✘ \d+\)/g)].length;
    const told = [...out.matchAll(/npx flotilla replay/g)].length;
    expect(told).to.be.greaterThan(0).and.lessThan(failed);
    expect(out).to.match(/more fails? with the same words: \d+\)/);
  });

  it('replays with a word of warning when the code has changed since', () => {
    const first = flotilla(['test', 'commit', '--subject', mine.path]);
    const token = /npx flotilla replay (\S+)/.exec(first.out)?.[1] ?? '';
    edit(mine.path, 'commit.ts', 'if (index > state.commitIndex && true)',
      'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm)');

    const again = flotilla(['replay', token, '--subject', mine.path]);

    expect(again.code).to.equal(0);
    expect(again.out).to.include('Your code changed since: the same faults, a new run.');
  });
});
