/** What holds on every tier, what each shuts, and what is left when a grader is killed. */
import {expect} from 'chai';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {once} from 'node:events';
import {root} from '../../../../harness/host/register.js';
import {ShutIn, processesOf, saidBy} from './shut-in';

const isRoot = process.getuid?.() === 0;

describe('tiers of a sandbox', function tiers() {
  this.timeout(120_000);

  for (const atMost of [3, 4] as const) {
    it(`is not called secure on tier ${atMost}, and still runs`, async () => {
      const shutIn = await ShutIn.start(this.ctx, atMost);
      const tier = isRoot ? atMost : 4;
      expect(shutIn.sandbox.report).to.include({tier, isSecure: false});
      const stage = await shutIn.stageOf({'log.ts': 'export const x: number = 1;'});
      await stage.compile();
      expect(await stage.typeErrors()).to.deep.equal([]);
      expect(await saidBy(stage, 'say(1);')).to.equal(1);
      await shutIn.close();
    });
  }

  it('tells what a tier leaves open', async () => {
    for (const [atMost, words] of [[3, /network.*open/], [4, /nothing is shut/]] as const) {
      const shutIn = await ShutIn.start(this.ctx, atMost);
      if (shutIn.sandbox.report.tier === atMost) {
        expect(shutIn.sandbox.report.name).to.match(words);
      }
      await shutIn.close();
    }
  });

  it('without namespaces, shuts the grader, its files and other stages', async function own() {
    if (!isRoot) this.skip();
    const [one, other] = [await ShutIn.start(this, 3), await ShutIn.start(this, 3)];
    const stage = await one.stageOf({'log.ts': '1'});
    const foreign = await other.stageOf({'log.ts': '2'});
    const text = (file: string): string => JSON.stringify(file);
    const did = await saidBy(stage, `
      const fs = require('fs');
      const can = act => { try { act(); return true; } catch (error) { return error.code; } };
      say({
        own: can(() => fs.readFileSync(${text(`${stage.folder}/skeleton/log.ts`)})),
        other: can(() => fs.readFileSync(${text(`${foreign.folder}/skeleton/log.ts`)})),
        owner: can(() => fs.readFileSync(${text(`${stage.equipment.place.folder}/owner`)})),
        write: can(() => fs.writeFileSync(${text(`${stage.folder}/skeleton/x`)}, '')),
        kill: can(() => process.kill(${process.pid}, 'SIGUSR1')),
        memory: can(() => fs.openSync('/proc/${process.pid}/mem', 'r')),
        root: can(() => process.setuid(0)),
        env: Object.keys(process.env),
      });`);
    await one.close();
    await other.close();

    expect(did).to.deep.equal({
      own: true, other: 'EACCES', owner: 'EACCES', write: 'EACCES', kill: 'EPERM',
      memory: 'EACCES', root: 'EPERM', env: [],
    });
  });

  it('without namespaces, ends what was left running', async function left() {
    if (!isRoot) this.skip();
    const shutIn = await ShutIn.start(this, 3);
    const stage = await shutIn.stageOf({'log.ts': ''});
    await saidBy(stage, `
      require('child_process').spawn(process.execPath, ['-e', 'for (;;);'], {
        detached: true, stdio: 'ignore',
      }).unref();
      setTimeout(() => say(1), 300);`);
    expect(processesOf(stage)).to.deep.equal([]);
    await shutIn.close();
  });

  it('does not open an inspector to whoever signals the grader', async () => {
    const shutIn = await ShutIn.start(this.ctx, 4);
    process.kill(process.pid, 'SIGUSR1');
    await new Promise(done => setTimeout(done, 100));
    const {url} = await import('node:inspector');
    expect(url()).to.equal(undefined);
    await shutIn.close();
  });

  for (const tier of [1, 3] as const) {
    it(`leaves nothing on tier ${tier} when the grader is killed`, async function killed() {
      if (!isRoot) this.skip();
      const grader = spawn(process.execPath, [
        '-r', path.join(root, 'harness/host/register.js'),
        path.join(__dirname, 'grader-to-kill.ts'), String(tier),
      ], {stdio: ['ignore', 'pipe', 'inherit']});
      const [line] = await once(grader.stdout, 'data') as [Buffer];
      const place = JSON.parse(line.toString()) as {folder: string; group: number};
      grader.kill('SIGKILL');
      await once(grader, 'exit');
      expect(fs.existsSync(place.folder)).to.equal(true);

      const next = await ShutIn.start(this, tier);
      const stage = await next.stageOf({'log.ts': ''});
      expect(fs.existsSync(place.folder) && place.folder !== stage.equipment.place.folder)
        .to.equal(false);
      await until(() => processesIn(place.group).length === 0);
      await next.close();
    });
  }
});

function processesIn(group: number): readonly string[] {
  return processesOf({equipment: {place: {group}}});
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (holds()) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('it did not come true');
}
