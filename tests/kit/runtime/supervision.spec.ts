/**
 * The command as a person uses it: what it says when something is in the way, and how it ends.
 */
import {expect} from 'chai';
import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {Redis} from 'ioredis';
import {copyOf, edit, flotilla, program} from '../cli/run-flotilla';
import {freePorts} from '../../../harness/runtime/free-ports';
import {eventually, isRunning} from './real-cluster';

describe('npm run cluster', function () {
  this.timeout(60_000);
  let folder: string;
  let port: string;
  let running: Running | undefined;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-command-'));
    port = String(await freePorts(10));
  });

  afterEach(() => {
    running?.child.kill('SIGKILL');
    running = undefined;
    fs.rmSync(folder, {recursive: true, force: true});
  });

  const words = (...more: string[]): string[] => [
    'cluster', '--data', path.join(folder, 'data'), '--port', port,
    '--server-port', String(Number(port) + 5), ...more,
  ];

  it('says in one line what is wrong with its options', () => {
    const cases: readonly [string[], RegExp][] = [
      [['--servers', '0'], /--servers takes a whole number from 1 to 9, not "0"/],
      [['--servers', 'three'], /--servers takes a whole number from 1 to 9, not "three"/],
      [['--port', '70000'], /--port takes a whole number from 1 to 65533/],
      [['--server-port', port], /are too close: each is the first of 3/],
      [['--kill-every', '2'], /--kill-every takes a time of at least 200ms, such as 500ms, 2s/],
      [['--kill-every', '10ms'], /not "10ms"/],
      [['--subject', 'nowhere'], /there is no folder "nowhere"/],
      [['--data', '/proc/none'], /cannot keep data in \/proc\/none/],
      [['--data', path.join(folder, '..')], /holds no cluster, and is not empty/],
    ];
    for (const [more, line] of cases) {
      const {code, err} = flotilla(words(...more));
      expect(err, more.join(' ')).to.match(line).and.to.match(/^flotilla: .*\n$/);
      expect(code, more.join(' ')).to.equal(2);
    }
  });

  it('does not start on a port that is taken, and leaves nothing behind', async () => {
    const other = net.createServer();
    await new Promise<void>(done => other.listen(Number(port) + 1, '127.0.0.1', done));
    const {code, err} = await new Running(words()).ended();
    other.close();
    expect(err).to.equal(`flotilla: S2: port ${Number(port) + 1} is in use by another program: ` +
      'give another one with --port\n');
    expect(code).to.equal(2);
  });

  it('names the line of the subject that stopped a server', async () => {
    const copy = copyOf('reference');
    edit(copy.path, 'timing.ts', 'leadershipBegan(): void {',
      'leadershipBegan(): void {\n    throw new Error(\'oh no\');');
    running = new Running(words('--servers', '1', '--subject', copy.path));
    const {code, out} = await running.ended();
    copy.clean();
    expect(out).to.match(/S1 has ended: its code stopped\. mine\/timing\.ts:\d+: threw .*oh no/);
    expect(code).to.equal(1);
  });

  it('stops when its disk is full, and has lost nothing when there is room', async function () {
    if (spawnSync('prlimit', ['--version']).status !== 0) this.skip();
    running = new Running(words('--servers', '1'), ['prlimit', '--fsize=20000']);
    await running.says(/leader/);
    let acknowledged = 0;
    await withClient(port, async client => {
      for (;;) {
        if (!await client.set(`k${acknowledged}`, 'x'.repeat(200)).catch(() => false)) return;
        acknowledged++;
      }
    });
    const {code, out} = await running.ended();
    expect(out).to.match(/S1 has ended: the file may not grow any further \(EFBIG.*acknowledged/);
    expect(code).to.equal(1);
    expect(acknowledged).to.be.greaterThan(20);
    running = new Running(words('--servers', '1'));
    await running.says(/leader/);
    await withClient(port, async client => {
      for (let n = 0; n < acknowledged; n++) expect(await client.strlen(`k${n}`)).to.equal(200);
    });
  });

  it('ends with a Ctrl-C, keeps the data, and refuses what was done to it meanwhile', async () => {
    running = new Running(words());
    await running.says(/leader/);
    const pids = running.pids;
    expect(pids).to.have.length(3);
    const second = flotilla(words());
    expect(second.err).to.match(/data is in use by process \d+\n$/);
    expect(second.code).to.equal(2);
    running.child.kill('SIGINT');
    expect((await running.ended()).code).to.equal(0);
    expect(pids.filter(isRunning)).to.deep.equal([]);

    expect(flotilla(words('--servers', '5')).err).to.match(/a cluster of 3 servers, not of 5/);
    const file = path.join(folder, 'data/S3/records');
    fs.truncateSync(file, fs.statSync(file).size - 3);
    const {code, err} = flotilla(words());
    expect(err).to.match(/^flotilla: S3: .*records has \d+ bytes, and had \d+ when .*\n$/);
    expect(code).to.equal(2);
    fs.rmSync(path.join(folder, 'data/S3'), {recursive: true});
    expect(flotilla(words()).err).to.match(/S3 is missing: S3 would forget/);
  });

  it('leaves no server behind when it is killed -9 itself, not even one that spins', async () => {
    const copy = copyOf('reference');
    edit(copy.path, 'driver.ts', 'receive(from: string, message: Json): void {',
      'receive(from: string, message: Json): void {\n    for (;;) this.stuck();\n  }\n' +
      '  private stuck(): void {}\n  other(from: string, message: Json): void {');
    running = new Running(words('--subject', copy.path));
    await running.says(/silent/);
    const pids = running.pids;
    expect(pids).to.have.length(3);
    running.child.kill('SIGKILL');
    await eventually(() => !pids.some(isRunning));
    copy.clean();

    running = new Running(words());
    await running.says(/leader/);
  });

  it('kills servers again and again, if it is asked to, and starts them again', async () => {
    running = new Running(words('--kill-every', '400ms'));
    await eventually(() => (running!.out.match(/was killed/g) ?? []).length >= 3);
    running.child.kill('SIGTERM');
    const {code, out} = await running.ended();
    expect(code).to.equal(0);
    expect(out).to.match(/was killed \(process \d+\), and starts again soon/);
    expect(running.pids.length).to.be.at.least(4);
    expect(running.pids.filter(isRunning)).to.deep.equal([]);
  });
});

async function withClient(port: string, use: (client: Redis) => Promise<void>): Promise<void> {
  const client = new Redis({
    host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: 0, retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  await use(client);
  client.disconnect();
}

/** The command in a process of its own. */
class Running {
  readonly child: ChildProcess;
  out = '';
  private err = '';
  private code: number | null | undefined;

  /** @param within a program that runs it, with its own words. */
  constructor(words: readonly string[], within: readonly string[] = []) {
    const [first = '', ...others] = [...within, process.execPath, program, ...words];
    this.child = spawn(first, others, {stdio: ['ignore', 'pipe', 'pipe']});
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => { this.out += text; });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => { this.err += text; });
    this.child.once('close', code => { this.code = code; });
  }

  async says(text: RegExp): Promise<void> {
    await eventually(() => {
      if (this.code !== undefined) throw new Error(`it has ended: ${this.out}${this.err}`);
      return text.test(this.out);
    });
  }

  async ended(): Promise<{code: number | null; readonly out: string; readonly err: string}> {
    await eventually(() => this.code !== undefined);
    return {code: this.code ?? null, out: this.out, err: this.err};
  }

  /** As the lines of the servers show them. */
  get pids(): readonly number[] {
    const rows = [...this.out.matchAll(/^S\d +\d+ +(\d+) /gm)];
    return [...new Set(rows.map(([, pid]) => Number(pid)))];
  }
}
