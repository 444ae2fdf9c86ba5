/** A run over a class: workers that die, what is known already, stopping, locks, full disks. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Grade} from '../../../../harness/grade/grade';
import {submissionsIn} from '../../../../harness/grade/intake/submission';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {gradeClass, Stopped} from '../../../../harness/grade/run/grade-class';
import type {ClassOptions} from '../../../../harness/grade/run/grade-class';
import {CannotWrite, journalFile, readJournal} from '../../../../harness/grade/run/journal';
import type {Standing} from '../../../../harness/grade/run/standing';
import {FolderInUse} from '../../../../harness/runtime/folder-lock';
import {findLab} from '../../../../harness/scenario/labs';

const WORKER = path.join(__dirname, 'fixtures/worker.js');

describe('a run over a class', function suite() {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-run-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  function handIn(...names: readonly string[]): void {
    for (const name of names) {
      fs.mkdirSync(path.join(folder, 'class', name), {recursive: true});
      fs.writeFileSync(path.join(folder, 'class', name, 'log.ts'), 'four');
    }
  }

  interface Watched {
    readonly graded: string[];
    readonly known: string[];
  }

  async function run(change: Partial<ClassOptions> = {}): Promise<Standing & Watched> {
    const watched: Watched = {graded: [], known: []};
    const standing = await gradeClass(submissionsIn(path.join(folder, 'class')), {
      labs: [findLab('1')], policy: DEFAULT_POLICY, outFolder: path.join(folder, 'out'), jobs: 3,
      sandbox: {require: false, atMost: 4}, workerFile: WORKER, kitDigest: 'one kit',
      watcher: {
        onGraded: ({submission}) => watched.graded.push(submission),
        onKnown: name => watched.known.push(name),
      }, ...change,
    });
    watched.graded.sort();
    return {...standing, ...watched};
  }

  const triesOf = (name: string): number =>
    fs.readFileSync(path.join(folder, 'class', name, 'tried'), 'utf8').split('\n').length - 1;
  const gradeOf = (standing: Standing, name: string): Grade | undefined =>
    standing.grades.find(({submission}) => submission === name);
  const workFolders = (): readonly string[] => fs.readdirSync(os.tmpdir())
    .filter(name => name.startsWith(`flotilla-grade-${process.pid}-`));

  it('grades everybody once, whatever the number of jobs', async () => {
    handIn('kim', 'lee', 'max', 'noa', 'ona');
    const one = await run();
    expect(one.graded).to.deep.equal(['kim', 'lee', 'max', 'noa', 'ona']);
    const other = await run({jobs: 1, outFolder: path.join(folder, 'other')});
    expect(other.grades).to.deep.equal(one.grades);
    expect(one.graded.map(triesOf)).to.deep.equal([2, 2, 2, 2, 2]);
    expect(workFolders()).to.deep.equal([]);
  });

  it('tries again in a fresh worker when one dies, and then says so and gives no 0', async () => {
    handIn('ada', 'dies', 'dies-once', 'slips', 'zoe');
    const standing = await run();
    expect(['ada', 'dies', 'dies-once', 'slips', 'zoe'].map(triesOf))
      .to.deep.equal([1, 2, 2, 2, 1]);
    for (const name of ['ada', 'dies-once', 'zoe']) {
      expect(gradeOf(standing, name)).to.deep.include({slips: [], points: 4});
    }
    expect(gradeOf(standing, 'dies')?.slips).to.deep.equal(
      ['not graded: its worker ended (SIGKILL)']);
    expect(gradeOf(standing, 'slips')?.slips).to.deep.equal(['not graded: Error: a bug']);
    expect(gradeOf(standing, 'dies')).to.deep.include({labs: [], pointsMost: 8});
  });

  it('says so when a worker runs out of memory', async () => {
    handIn('heap');
    process.env['NODE_OPTIONS'] = '--max-old-space-size=64';
    const standing = await run();
    delete process.env['NODE_OPTIONS'];
    expect(gradeOf(standing, 'heap')?.slips[0]).to.match(/its worker ended .*heap/s);
  });

  it('gives up on a worker that does not answer', async () => {
    handIn('slow');
    const standing = await run({patienceMs: 300});
    expect(gradeOf(standing, 'slow')?.slips[0]).to.match(/no grade within 0\.005 minutes/);
    expect(workFolders()).to.deep.equal([]);
  });

  it('grades nobody again who has not changed, but those it slipped on', async () => {
    handIn('kim', 'lee', 'dies-once', 'slips');
    await run();
    fs.writeFileSync(path.join(folder, 'class/lee/log.ts'), 'seven77');
    const again = await run();
    expect(again.known.sort()).to.deep.equal(['dies-once', 'kim']);
    expect(again.graded).to.deep.equal(['lee', 'slips']);
    expect(gradeOf(again, 'lee')?.points).to.equal(7);
    const {lines} = readJournal(journalFile(path.join(folder, 'out')));
    expect(lines.filter(line => line.kind === 'grade')).to.have.length(6);
  });

  it('grades again when told to, when the kit changed, and only whom it is told to', async () => {
    handIn('kim', 'lee');
    await run();
    expect((await run({force: true, only: new Set(['lee'])})).graded).to.deep.equal(['lee']);
    expect((await run({kitDigest: 'other kit'})).graded).to.deep.equal(['kim', 'lee']);
    expect((await run({kitDigest: 'other kit', labs: [findLab('2')]})).graded)
      .to.deep.equal(['kim', 'lee']);
    expect((await run({kitDigest: 'other kit', labs: [findLab('1')]})).graded).to.deep.equal([]);
  });

  it('stops when told, leaves nothing, and goes on to the same end', async () => {
    handIn('kim', 'lee', 'max', 'slow');
    const stopper = new AbortController();
    const outcome = await run({signal: stopper.signal, jobs: 1, watcher: {
      onGraded: ({submission}) => submission === 'max' && setTimeout(() => stopper.abort(), 50),
    }}).catch((error: Error) => error);
    expect(outcome).to.be.instanceOf(Stopped);
    expect(workFolders()).to.deep.equal([]);
    expect(spawnSync('pgrep', ['-f', WORKER], {encoding: 'utf8'}).stdout).to.equal('');
    fs.renameSync(path.join(folder, 'class/slow'), path.join(folder, 'class/sol'));
    const whole = await run();
    expect(whole.known.sort()).to.deep.equal(['kim', 'lee', 'max']);
    const undisturbed = await run({outFolder: path.join(folder, 'other')});
    expect(whole.grades).to.deep.equal(undisturbed.grades);
  });

  it('has its folder for itself, until it is gone', async () => {
    handIn('slow');
    const stopper = new AbortController();
    const first = run({signal: stopper.signal}).catch((error: Error) => error);
    while (!fs.existsSync(path.join(folder, 'out/lock'))) await new Promise(setImmediate);
    expect(await run().catch((error: Error) => error)).to.be.instanceOf(FolderInUse);
    stopper.abort();
    await first;
    handIn('kim');
    fs.rmSync(path.join(folder, 'class/slow'), {recursive: true});
    // Of a process that is gone.
    fs.writeFileSync(path.join(folder, 'out/lock'), '999999999 7\n');
    expect((await run()).graded).to.deep.equal(['kim']);
    expect(fs.existsSync(path.join(folder, 'out/lock'))).to.equal(false);
  });

  it('ends when there is no room to work in, and keeps what it has', async () => {
    handIn('kim', 'zz-full-disk');
    const outcome = await run({jobs: 1}).catch((error: Error) => error);
    expect(outcome).to.be.instanceOf(CannotWrite);
    expect((outcome as Error).message).to.match(/cannot unpack submissions: ENOSPC/);
    fs.rmSync(path.join(folder, 'class/zz-full-disk'), {recursive: true});
    expect((await run()).known).to.deep.equal(['kim']);
  });

  it('of a shard grades its share, in a journal of its own', async () => {
    handIn('kim', 'lee', 'max', 'noa', 'ona');
    const shards = [1, 2].map(index => ({index, count: 2}));
    const parts = await Promise.all(shards.map(shard => run({shard})));
    expect(parts.flatMap(({graded}) => graded).sort())
      .to.deep.equal(['kim', 'lee', 'max', 'noa', 'ona']);
    expect(parts.map(({absent}) => absent)).to.deep.equal([[], []]);
    expect(fs.readdirSync(path.join(folder, 'out')).sort())
      .to.deep.equal(['journal-1-of-2.jsonl', 'journal-2-of-2.jsonl']);
  });
});
