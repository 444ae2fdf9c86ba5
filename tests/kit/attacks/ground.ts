/**
 * The ground attacks are tried on: folders with something worth stealing, and doors to knock on.
 *
 * In the text of an attack `@root@` stands for the kit, `@out@` for the folder of results, `@work@`
 * for where submissions are unpacked, `@others@` for other students' submissions, `@outside@` for a
 * folder that nobody has any business in, `@mark@` for the mark of this attack, `@port@` and
 * `@socket@` for servers that nobody should reach, `@token@` for what processes must be called.
 * An attack knows all of them: what is secret must not be what keeps it out.
 * Read next: attacks.spec.ts.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';

/** Stands in every file and in the environment; no grade may hold it. */
export const SECRET = 'the-secret-of-the-grader';

export class Ground {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-attacks-'));
  readonly out = path.join(this.folder, 'out');
  readonly work = path.join(this.folder, 'work');
  readonly handedIn = path.join(this.folder, 'handed-in');
  readonly outside = path.join(this.folder, 'outside');
  readonly token = `flotilla-attack-${crypto.randomBytes(6).toString('hex')}`;
  /** Who came to one of the doors. */
  visitors = 0;
  private readonly others = path.join(this.folder, 'others');
  private readonly socket = path.join(this.folder, 'socket');
  private readonly doors = [this.door(), this.door()];
  /** The state it was in when nothing had been tried yet. */
  atFirst: readonly string[] = [];

  async open(): Promise<void> {
    for (const folder of [this.out, this.work, this.handedIn, this.others]) {
      fs.mkdirSync(folder);
    }
    fs.mkdirSync(path.join(this.outside, 'marks'), {recursive: true});
    fs.writeFileSync(path.join(this.out, 'ada.json'), `{"points": 8, "key": "${SECRET}"}\n`);
    fs.writeFileSync(path.join(this.others, 'log.ts'), `// ${SECRET}\n`);
    // Whoever is kept out must be kept out by the sandbox, not by the rights of these folders.
    for (const folder of [this.folder, this.out, this.outside, path.join(this.outside, 'marks')]) {
      fs.chmodSync(folder, 0o777);
    }
    await Promise.all([
      new Promise<void>(done => { this.doors[0]!.listen(0, '127.0.0.1', done); }),
      new Promise<void>(done => { this.doors[1]!.listen(this.socket, done); }),
    ]);
    fs.chmodSync(this.socket, 0o777);
  }

  /** From now on, nothing may change. */
  remember(): void {
    this.atFirst = this.state();
  }

  /** The text of an attack for this ground. */
  fill(text: string, id: string): string {
    const places: Readonly<Record<string, string>> = {
      root, out: this.out, work: this.work, others: this.others, outside: this.outside,
      mark: this.markOf(id), port: String((this.doors[0]!.address() as AddressInfo).port),
      socket: this.socket, token: this.token,
    };
    return text.replace(/@(\w+)@/g, (whole, name: string) => places[name] ?? whole);
  }

  /** What an attack left; empty if it left nothing. */
  takeMark(id: string): string {
    const file = this.markOf(id);
    const left = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    fs.rmSync(file, {force: true});
    return left;
  }

  /** Every file and folder, with a digest of its bytes. */
  state(): readonly string[] {
    return fs.readdirSync(this.folder, {recursive: true, encoding: 'utf8'})
      .filter(file => !file.startsWith('handed-in/')).sort()
      .map(file => `${file} ${this.digestOf(file)}`);
  }

  /** Files of attacks, and places of this grader's sandboxes, where everybody may write. */
  strayFiles(): readonly string[] {
    const places = path.join(os.tmpdir(), `flotilla-${process.getuid?.() ?? 0}`);
    const owned = fs.existsSync(places) ? fs.readdirSync(places).filter(name => {
      const owner = path.join(places, name, 'owner');
      return fs.existsSync(owner) &&
        fs.readFileSync(owner, 'utf8').startsWith(`${process.pid} `);
    }) : [];
    return [...owned, ...fs.readdirSync(os.tmpdir()).filter(name => name.includes(this.token))];
  }

  /** Processes that attacks have left: told by their arguments. */
  strayProcesses(): readonly string[] {
    return fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
      try {
        const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
        return line.includes(this.token) ? [`${pid} ${line}`] : [];
      } catch {
        return [];
      }
    });
  }

  close(): void {
    for (const door of this.doors) door.close();
    for (const name of fs.readdirSync(os.tmpdir()).filter(one => one.includes(this.token))) {
      fs.rmSync(path.join(os.tmpdir(), name), {recursive: true});
    }
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  private markOf(id: string): string {
    return path.join(this.outside, 'marks', id.replace(/\W/g, '-'));
  }

  private digestOf(file: string): string {
    const whole = path.join(this.folder, file);
    if (!fs.lstatSync(whole).isFile()) return '';
    return crypto.createHash('sha256').update(fs.readFileSync(whole)).digest('hex').slice(0, 12);
  }

  private door(): net.Server {
    return net.createServer(visitor => {
      this.visitors++;
      visitor.on('error', () => undefined).end('welcome\n');
    });
  }
}
