/** What code that is shut in can see and do, and what becomes of it when it takes too much. */
import {expect} from 'chai';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type {HostDied} from '../../../../harness/host/box';
import {root} from '../../../../harness/host/register.js';
import {ShutIn, deathOf, hostOf, processesOf, saidBy} from './shut-in';
import type {Stage} from '../../../../harness/grade/sandbox/stage';

/** Names of the machine and of the kit's own folders that nothing inside may show. */
const TELLING = [root, 'flotilla', 'grade', 'submission', 'reference', os.hostname()];

describe('a sandbox', function sandbox() {
  this.timeout(120_000);
  let shutIn: ShutIn;
  let stage: Stage;

  before(async function start() {
    shutIn = await ShutIn.start(this);
    stage = await shutIn.stageOf({'log.ts': 'export const x = 1;'});
  });
  after(async () => { await shutIn?.close(); });

  it('shows the kit\'s half and the submission, and no more', async () => {
    const seen = await saidBy(stage, `
      const fs = require('fs');
      const list = folder => fs.readdirSync(folder).sort();
      say({top: list('/'), kit: list('/kit'), harness: list('/kit/harness'),
        skeleton: list('/kit/skeleton'), tmp: list('/tmp'), bin: list('/bin')});`);

    expect(seen).to.deep.equal({
      top: ['bin', 'kit', 'lib', 'lib64', 'proc', 'tmp'],
      kit: ['given', 'harness', 'node_modules', 'package.json', 'project', 'skeleton'],
      harness: ['host', 'raft'],
      skeleton: ['log.ts'], tmp: [], bin: ['node'],
    });
  });

  it('does not tell where it is, nor whose code it runs', async () => {
    const seen = await saidBy(stage, `
      const fs = require('fs');
      // Node's own are anonymous, but for the root folder; they have the lowest numbers.
      const inode = fs.statSync('/').ino;
      const fds = [...Array(300).keys()].filter(fd => {
        try {
          const stat = fs.fstatSync(fd);
          return stat.isFile() || stat.isDirectory() && stat.ino !== inode ||
            fd > 32 && !stat.isCharacterDevice();
        } catch {
          return false;
        }
      });
      const all = fs.readdirSync('/kit/harness', {recursive: true}).filter(n => n.endsWith('.js'));
      const maps = all.map(n => fs.readFileSync('/kit/harness/' + n, 'utf8'))
        .flatMap(text => /^\\/\\/# sourceMapping\\S*base64,(\\S+)/m.exec(text)?.[1] ?? [])
        .map(base64 => JSON.parse(Buffer.from(base64, 'base64').toString()))
        .flatMap(({file, sources}) => [file, ...sources]);
      say({env: process.env, argv: process.argv, exec: process.execPath, cwd: process.cwd(),
        host: require('os').hostname(), id: process.getuid(), stack: new Error().stack,
        folders: maps.filter(name => name.includes('/')),
        fds});`);

    expect(seen).to.include({cwd: '/tmp', host: 'localhost', id: 1000, exec: '/bin/node'});
    expect(seen).to.deep.include({env: {PWD: '/tmp'}, folders: [], fds: []});
    const text = JSON.stringify(seen).toLowerCase();
    for (const word of TELLING) expect(text, word).not.to.include(word.toLowerCase());
  });

  it('lets nothing out and changes nothing', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    const {port} = server.address() as net.AddressInfo;
    const secret = path.join(stage.equipment.place.folder, 'owner');
    const did = await saidBy(stage, `
      const fs = require('fs'), net = require('net'), child = require('child_process');
      const can = act => { try { act(); return true; } catch (error) { return error.code; } };
      say({
        secret: can(() => fs.readFileSync(${JSON.stringify(secret)})),
        kit: can(() => fs.writeFileSync('/kit/harness/host/box.js', '')),
        skeleton: can(() => fs.writeFileSync('/kit/skeleton/log.ts', '')),
        top: can(() => fs.writeFileSync('/x', '')),
        big: can(() => fs.writeFileSync('/tmp/x', Buffer.alloc(3 << 20))),
        kill: can(() => process.kill(${process.pid}, 0)),
        root: can(() => process.setuid(0)),
        shell: child.spawnSync('/bin/sh', ['-c', 'true']).error?.code,
        connect: await new Promise(done => net.connect(${port}, '127.0.0.1')
          .on('connect', () => done(true)).on('error', error => done(error.code))),
        name: await new Promise(done => require('dns').resolve('localhost', e => done(e.code))),
      });`);
    server.close();

    expect(did).to.deep.equal({
      secret: 'ENOENT', kit: 'EROFS', skeleton: 'EROFS', top: 'EROFS', big: 'EFBIG', kill: 'ESRCH',
      root: 'EINVAL', shell: 'ENOENT', connect: 'ECONNREFUSED', name: 'ECONNREFUSED',
    });
  });

  const bombs = [
    {takes: 'memory', cause: 'memory',
      code: 'for (const a = [];;) a.push(new Array(1e6).fill(a));'},
    {takes: 'the processor', cause: 'time', code: 'for (;;);'},
    {takes: 'a pattern\'s time', cause: 'time', code: "/^(a+)+$/.test('a'.repeat(40) + 'b');"},
    {takes: 'its output', cause: 'output',
      code: "for (;;) require('fs').writeSync(1, 'x'.repeat(65536));"},
    {takes: 'its leave', cause: 'process', code: 'process.exit(0);'},
  ] as const;
  const sentences = {
    memory: 'its process took more than 512 MB of memory',
    time: 'no answer within 2 s of real time',
    output: 'an answer of more than 32 MB',
    process: 'the process that ran the servers ended (code 0)',
  };
  for (const {takes, cause, code} of bombs) {
    it(`ends what takes ${takes}, and says so`, async () => {
      const death = await deathOf(stage, code, cause === 'time' ? 2_000 : 60_000);
      expect({cause: death.cause, said: death.message})
        .to.deep.equal({cause, said: sentences[cause]});
    });
  }

  it('counts memory outside the heap too', async () => {
    const outcome = await saidBy(stage, `
      const kept = [];
      try {
        for (;;) kept.push(Buffer.alloc(1 << 24, 1));
      } catch {
        say(kept.length * 16);
      }`).catch((error: HostDied) => error.cause);
    if (outcome !== 'memory') expect(outcome).to.be.within(256, 768);
  });

  it('counts processes and threads together', async () => {
    const started = await saidBy(stage, `
      const {Worker} = require('worker_threads');
      let count = 0;
      for (let n = 0; n < 100; n++) {
        try {
          new Worker('setInterval(() => 0, 1e6)', {eval: true})
            .on('online', () => count++).on('error', () => undefined);
        } catch {
          break;
        }
      }
      setInterval(() => count > 0 && say(count), 2000).unref();`);
    expect(started).to.be.within(1, 31);
  });

  it('ends what it started with it', async () => {
    const code = `
      for (let n = 0; n < 5; n++) require('child_process')
        .spawn('/bin/node', ['-e', 'for (;;);'], {detached: true, stdio: 'ignore'})
        .on('error', () => undefined).unref();
      setTimeout(() => say(1), 300);`;
    await saidBy(stage, code);
    await new Promise(done => setTimeout(done, 100));
    expect(processesOf(stage)).to.deep.equal([]);

    const host = hostOf(stage, `${code} setTimeout(() => process.exit(0), 400);`);
    await host.step([{box: 0, input: {kind: 'timer', nowMs: 0}}]);
    await new Promise(done => setTimeout(done, 1_000));
    expect(processesOf(stage), 'left by one that ended').to.deep.equal([]);
    await host.close();
  });

  it('leaves no file and no place behind', async () => {
    const other = await ShutIn.start(this.ctx);
    const opened = await other.stageOf({'log.ts': 'export {};'});
    await opened.compile();
    const {folder} = opened.equipment.place;
    expect(folder, 'each has a place of its own').not.to.equal(stage.equipment.place.folder);
    await opened.close();
    expect(fs.existsSync(opened.folder)).to.equal(false);
    await other.close();
    expect(fs.existsSync(folder)).to.equal(false);
  });
});
