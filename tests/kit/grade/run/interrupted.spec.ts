/** The command itself, killed in the middle: it goes on, and comes to the same results. */
import {expect} from 'chai';
import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Readable} from 'node:stream';
import {root} from '../../../../harness/host/register.js';

const SAMPLES = path.join(root, 'harness/grade/samples');
const PROGRAM = path.join(root, 'harness/cli/flotilla.js');
const CLASS = ['ada-complete', 'ben-untouched', 'gita-log-only.zip'];

type Run = ChildProcessByStdio<null, Readable, null>;

describe('a run that is interrupted', function suite() {
  this.timeout(0);
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-interrupted-'));
    for (const name of CLASS) {
      fs.cpSync(path.join(SAMPLES, name), path.join(folder, 'class', name), {recursive: true});
    }
  });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  const words = (out: string): readonly string[] => [
    PROGRAM, 'grade', path.join(folder, 'class'), '--lab', '2', '--jobs', '2', '--out',
    path.join(folder, out), '--plain',
  ];

  function whole(out: string): {readonly code: number | null; readonly said: string} {
    const {status, stdout} = spawnSync(process.execPath, words(out), {encoding: 'utf8'});
    return {code: status, said: stdout};
  }

  /** Grades until one submission is done, and then whatever `end` does. */
  async function interrupted(end: (run: Run) => void): Promise<{
    readonly code: number | null; readonly said: string; readonly workers: readonly number[];
  }> {
    const run = spawn(process.execPath, words('out'), {stdio: ['ignore', 'pipe', 'ignore']});
    let said = '';
    let workers: readonly number[] = [];
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      const isFirst = !said.includes('1 of 3');
      said += text;
      if (!isFirst || !said.includes('1 of 3')) return;
      workers = descendantsOf(run.pid ?? 0);
      end(run);
    });
    const code = await new Promise<number | null>(resolve => run.on('close', resolve));
    return {code, said, workers};
  }

  /** Every report, without what the wall clock says in it. */
  function reportsIn(out: string): Readonly<Record<string, unknown>> {
    const place = path.join(folder, out);
    const files = fs.readdirSync(place).filter(name => name.endsWith('.json')).sort();
    return Object.fromEntries(files.map(name => {
      const {times: _clock, ...grade} = JSON.parse(
        fs.readFileSync(path.join(place, name), 'utf8')) as Record<string, unknown>;
      return [name, grade];
    }));
  }

  async function expectGone(workers: readonly number[]): Promise<void> {
    expect(workers.length).to.be.greaterThan(1);
    const deadline = Date.now() + 20_000;
    while (workers.some(isAlive) && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(workers.filter(isAlive)).to.deep.equal([]);
  }

  it('by kill -9 leaves no process, and comes to the same results when started again', async () => {
    const {workers} = await interrupted(run => run.kill('SIGKILL'));
    await expectGone(workers);
    fs.appendFileSync(path.join(folder, 'out/journal.jsonl'), '{"kind":"grade","torn');
    expect(whole('out').code).to.equal(0);
    expect(whole('undisturbed').code).to.equal(0);
    expect(reportsIn('out')).to.deep.equal(reportsIn('undisturbed'));
    expect(Object.keys(reportsIn('out'))).to.have.length(CLASS.length);
  });

  it('by Ctrl-C stops cleanly and says how to go on', async () => {
    const {code, said, workers} = await interrupted(run => run.kill('SIGINT'));
    expect(code).to.equal(130);
    expect(said).to.match(/^Stopped\. What is done \(\d\) is kept in .*: the same command/m);
    await expectGone(workers);
    expect(fs.readdirSync(path.join(folder, 'out'))).to.deep.equal(['journal.jsonl']);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function descendantsOf(pid: number): readonly number[] {
  const pairs = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], {encoding: 'utf8'}).stdout.trim()
    .split('\n').map(line => line.trim().split(/\s+/).map(Number));
  const children = pairs.filter(([, parent]) => parent === pid).map(([child]) => child ?? 0);
  return children.flatMap(child => [child, ...descendantsOf(child)]);
}
