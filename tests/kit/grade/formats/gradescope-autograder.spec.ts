/**
 * The autograder zip, unpacked and run in a tree like the one Gradescope makes.
 *
 * The packages are those of this kit and not a fresh `npm ci`, and the root is a temporary folder.
 */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import yauzl from 'yauzl';
import {autograderZip} from '../../../../harness/grade/formats/gradescope/autograder-zip';
import type {GradescopeResults} from '../../../../harness/grade/formats/gradescope/results';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {root as kit} from '../../../../harness/host/register.js';

const LATE = {daysFree: 0, penaltyPerDay: 0.25, daysMost: 10, graceMinutes: 0};
const METADATA = {
  id: 77, created_at: '2026-11-03T10:00:00.000000-08:00',
  assignment: {due_date: '2026-11-01T23:59:00.000000-08:00', total_points: '8.0'},
  users: [{id: 5, email: 'ada@example.org', name: 'Ada Lovelace'}],
};

interface Made {
  readonly name: string;
  readonly mode: number;
}

const zip = autograderZip({
  labs: [1], seconds: 600, requireSandbox: false, policy: {...DEFAULT_POLICY, late: LATE},
});

describe('the Gradescope autograder', function () {
  this.timeout(300_000);
  let top = '';
  let entries: readonly Made[] = [];

  before(async () => {
    top = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-autograder-'));
    fs.chmodSync(top, 0o755);
    entries = await unpack(zip, path.join(top, 'source'));
    fs.symlinkSync(path.join(kit, 'node_modules'), path.join(top, 'source/node_modules'));
    fs.copyFileSync(path.join(top, 'source/run_autograder'), path.join(top, 'run_autograder'));
  });
  after(() => fs.rmSync(top, {recursive: true, force: true}));

  /** As Gradescope: a fresh submission, its metadata, and whatever was left in results. */
  function run(
    files: Readonly<Record<string, string>>, metadata: string | undefined,
    environment: NodeJS.ProcessEnv = {},
  ): {results: GradescopeResults; output: string; code: number | null} {
    const at = (name: string): string => path.join(top, name);
    fs.rmSync(at('submission'), {recursive: true, force: true});
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(at(`submission/${name}`)), {recursive: true});
      fs.writeFileSync(at(`submission/${name}`), text);
    }
    fs.rmSync(at('submission_metadata.json'), {force: true});
    if (metadata !== undefined) fs.writeFileSync(at('submission_metadata.json'), metadata);
    fs.mkdirSync(at('results'), {recursive: true});
    fs.writeFileSync(at('results/results.json'), '{"score": 1000}');
    const {status, stdout, stderr} = spawnSync('./run_autograder', [], {
      cwd: top, encoding: 'utf8', env: {PATH: process.env['PATH'], AUTOGRADER_ROOT: top,
        FLOTILLA_NODE_HOME: at('no-such-folder'), ...environment},
    });
    return {
      results: JSON.parse(fs.readFileSync(at('results/results.json'), 'utf8')) as GradescopeResults,
      output: stdout + stderr, code: status,
    };
  }

  const logOf = (folder: string): string =>
    fs.readFileSync(path.join(kit, folder, 'log.ts'), 'utf8');

  it('has its two scripts at the root, runnable, and nothing that is not the kit\'s', () => {
    const runnable = entries.filter(({mode}) => (mode & 0o111) !== 0).map(({name}) => name);
    expect(runnable).to.deep.equal(['setup.sh', 'run_autograder']);
    const names = entries.map(({name}) => name);
    expect(names).to.include.members(['reference/log.ts', 'autograder.json', 'package-lock.json',
      'harness/cli/flotilla.js', 'labs/1-log/lab.ts', 'tests/1-log/own-tests.ts']);
    expect(names.filter(name => /node_modules|^tests\/kit|\/\.|^results|samples\//.test(name)))
      .to.deep.equal([]);
    for (const script of ['setup.sh', 'run_autograder']) {
      const file = path.join(top, 'source', script);
      expect(fs.readFileSync(file, 'utf8')).to.match(/^#!\/usr\/bin\/env bash\n/)
        .and.not.include('\r');
      expect(spawnSync('bash', ['-n', file]).status).to.equal(0);
    }
  });

  it('is the same, byte for byte, when it is built again', () => {
    const again = autograderZip({
      labs: [1], seconds: 600, requireSandbox: false, policy: {...DEFAULT_POLICY, late: LATE},
    });
    expect(again.equals(zip)).to.equal(true);
  });

  it('grades a submission, two days late by its own time', () => {
    const {results, output, code} = run({'log.ts': logOf('reference')}, JSON.stringify(METADATA));
    expect(code).to.equal(0);
    const earned = results.tests.reduce((sum, {score}) => sum + score, 0);
    expect(earned).to.be.greaterThan(5);
    expect(results.score).to.be.closeTo(earned - 4, 0.011);
    expect(results.output).to.include('Lab 1: 2 days late; 4 points off');
    expect(results.tests.every(test => test.number.startsWith('1.'))).to.equal(true);
    expect(output).to.include('ada@example.org: ').and.include('Sandbox: tier ');
  });

  it('grades what came without usable metadata, in a folder of its own', () => {
    const {results, output} = run({'raft/skeleton/log.ts': logOf('skeleton')}, '{"users": [');
    expect(output).to.include('submission_metadata.json is no JSON');
    expect(results.tests.length).to.be.greaterThan(5);
    expect(results.tests.some(test => test.output.includes('not written yet'))).to.equal(true);
  });

  it('refuses a submission without code, with the reason', () => {
    const {results} = run({'notes.txt': 'none yet'}, JSON.stringify(METADATA));
    expect(results).to.include({score: 0});
    expect(results.output).to.match(/^Nothing was graded: /);
  });

  it('writes valid results when the grader cannot even start', () => {
    const stranger = run({'log.ts': ''}, undefined, {PATH: withoutNode(top)});
    expect(stranger.results).to.include({score: 0});
    expect(stranger.results.output).to.include('This is not your fault');
    expect(stranger.results.extra_data).to.deep.equal({slips: 1});

    const settings = path.join(top, 'source/autograder.json');
    const former = fs.readFileSync(settings);
    fs.writeFileSync(settings, '{"labs": [1], "seconds": 600');
    const broken = run({'log.ts': ''}, undefined);
    expect(broken.results.output).to.include('This is not your fault');
    fs.writeFileSync(settings, former);
  });

  it('stops before Gradescope does, and says so', () => {
    const settings = path.join(top, 'source/autograder.json');
    const former = fs.readFileSync(settings, 'utf8');
    fs.writeFileSync(settings, former.replace('"seconds": 600', '"seconds": 60'));
    const {results} = run({'log.ts': logOf('reference')}, undefined);
    fs.writeFileSync(settings, former);
    expect(results.score).to.equal(0);
    expect(results.output).to.include('This is not your fault')
      .and.include('grading took more than 0 seconds');
  });

  it('leaves no process, and nothing but results', () => {
    expect(fs.readdirSync(path.join(top, 'results'))).to.deep.equal(['results.json']);
    const left = spawnSync('pgrep', ['-f', top], {encoding: 'utf8'}).stdout.trim();
    expect(left).to.equal('');
  });
});

/** The programs of a machine, but Node. */
function withoutNode(top: string): string {
  const folder = path.join(top, 'programs');
  fs.mkdirSync(folder, {recursive: true});
  for (const name of ['bash', 'env', 'mkdir', 'chmod', 'rm', 'mv', 'cat', 'timeout']) {
    const found = spawnSync('bash', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout.trim();
    const link = path.join(folder, name);
    if (!fs.existsSync(link)) fs.symlinkSync(found, link);
  }
  return folder;
}

/** Writes the files of a zip as `unzip` would, and says what it held. */
function unpack(bytes: Buffer, target: string): Promise<readonly Made[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, {lazyEntries: true}, (failed, opened) => {
      if (failed) return reject(failed);
      const made: Made[] = [];
      opened.on('end', () => resolve(made)).on('error', reject);
      opened.on('entry', (entry: yauzl.Entry) => {
        const mode = entry.externalFileAttributes >>> 16 & 0o777;
        const file = path.join(target, entry.fileName);
        made.push({name: entry.fileName, mode});
        fs.mkdirSync(path.dirname(file), {recursive: true});
        opened.openReadStream(entry, (unread, stream) => {
          if (unread) return reject(unread);
          stream.pipe(fs.createWriteStream(file, {mode})).on('close', () => opened.readEntry());
        });
      });
      opened.readEntry();
    });
  });
}
