/** --watch, --trace, coverage, and a debugger: what a student uses between two runs. */
import {expect} from 'chai';
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import {copyOf, flotilla, program} from './run-flotilla';

describe('--watch', () => {
  it('runs the lab again when a file of the subject is saved', async () => {
    const mine = copyOf('skeleton');
    const words = ['test', 'log', '--watch', '--subject', mine.path];
    const child = spawn(process.execPath, [program, ...words]);
    let out = '';
    const runs = (): number => out.split('Waiting for a save').length - 1;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (runs() === 1) {
        fs.copyFileSync(path.join(root, 'reference/log.ts'), path.join(mine.path, 'log.ts'));
      }
      if (runs() === 2) child.kill();
    });
    await new Promise(resolve => child.on('close', resolve));
    mine.clean();
    const [first, second] = out.split('Waiting for a save');
    expect(first).to.match(/not written yet: append\(\)/);
    expect(second).to.not.match(/not written yet: append\(\)/);
  });
});

describe('--trace', () => {
  it('writes the whole trace of every claim', () => {
    const {out} = flotilla(['test', 'commit', '--trace']);
    const written = fs.readdirSync(path.join(root, 'traces')).filter(file => file.startsWith('4-'));
    expect(out).to.match(/0 failed/);
    expect(written.filter(file => file.endsWith('.txt')).length).to.be.greaterThan(5);
    expect(written.filter(file => file.endsWith('.html')).length).to.be.greaterThan(5);
  });
});

describe('coverage', () => {
  it('shows the lines of the subject that a lab ran', () => {
    const {out, code} = flotilla(['coverage', 'log']);
    expect(code).to.equal(0);
    expect(out).to.match(/log\.ts +\| +[\d.]+/);
    const covered = Number(/log\.ts +\| +([\d.]+)/.exec(out)?.[1]);
    expect(covered).to.be.greaterThan(60);
  });
});

describe('a breakpoint in skeleton/', () => {
  it('is hit under the debugger, in the .ts file', () => {
    const {stdout} = spawnSync(process.execPath, [
      '-r', path.join(root, 'harness/host/register.js'), path.join(__dirname, 'break-in.ts'),
    ], {encoding: 'utf8', cwd: root, timeout: 30_000});
    expect(stdout).to.match(/^paused [1-9]\d* times in advanceCommitIndex/);
  });
});
