/** A sandbox used for one after the other: as empty as a new one, given up when it is broken. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {KeptSandbox} from '../../../../harness/grade/sandbox/kept-sandbox';
import {isRoot} from '../../../../harness/grade/sandbox/place';
import {findSandbox} from '../../../../harness/grade/sandbox/sandbox';
import type {Sandbox} from '../../../../harness/grade/sandbox/sandbox';
import type {Stage} from '../../../../harness/grade/sandbox/stage';
import {hostOf, processesOf, saidBy} from './shut-in';

/** Apart from the places of other tests and of graders. */
const SLOT = 120;

describe('a sandbox that is kept', function suite() {
  this.timeout(120_000);
  const finds: number[] = [];
  let kept: KeptSandbox;
  const keep = (atMost: 1 | 3 | 4): KeptSandbox => {
    finds.length = 0;
    return kept = new KeptSandbox(() => {
      finds.push(atMost);
      return findSandbox({slot: SLOT, atMost});
    });
  };
  afterEach(() => kept.close());

  it('is the same one for the next, empty', async () => {
    keep(1);
    const first = await kept.use(async sandbox => {
      const stage = await stageOf(sandbox, {'log.ts': 'first', 'secret.ts': ''});
      stage.add('given.ts', '');
      stage.equipment.place.makeFolder('left-over');
      await stage.compile();
      return stage;
    });
    expect(lyingIn(first)).to.deep.equal(['owner']);

    const second = await kept.use(async sandbox => {
      const stage = await stageOf(sandbox, {'log.ts': 'second'});
      expect(stage.equipment.place.folder).to.equal(first.equipment.place.folder);
      await stage.compile();
      const list = (of: string): string => {
        const inside = path.dirname(stage.pathOf(path.join(stage.folder, of, 'x')));
        return `fs.readdirSync(${JSON.stringify(inside)}).sort()`;
      };
      expect(await saidBy(stage, `const fs = require('fs'); say([${list('skeleton')},
        ${list('given')}]);`)).to.deep.equal([['log.js', 'log.ts'], ['guest.js']]);
      return stage;
    });
    expect(second.folder).to.equal(first.folder);
    expect(finds).to.have.lengthOf(1);
    await kept.close();
    expect(fs.existsSync(first.equipment.place.folder)).to.equal(false);
  });

  for (const tier of [1, 3] as const) {
    it(`lets nothing run on into the next one's time on tier ${tier}`, async function runsOn() {
      if (!isRoot()) this.skip();
      keep(tier);
      const stage = await kept.use(async sandbox => {
        const made = await stageOf(sandbox, {'log.ts': ''});
        const host = hostOf(made, `
          require('child_process').spawn(process.execPath, ['-e', 'for (;;);'], {
            detached: true, stdio: 'ignore',
          }).on('error', () => {}).unref();
          setTimeout(() => say(1), 300);`);
        // Nobody closes it.
        await host.step([{box: host.newBox(), input: {kind: 'timer', nowMs: 0}}]);
        expect(processesOf(made)).to.not.deep.equal([]);
        return made;
      });
      expect(processesOf(stage)).to.deep.equal([]);
      await kept.use(sandbox => Promise.resolve(expect(sandbox.report.tier).to.equal(tier)));
      expect(finds).to.have.lengthOf(1);
    });
  }

  it('is given up when what it was used for fails', async () => {
    keep(4);
    let folder = '';
    const failed = await kept.use(async sandbox => {
      folder = (await stageOf(sandbox, {'log.ts': ''})).equipment.place.folder;
      throw new Error('a slip');
    }).catch(String);
    expect(failed).to.equal('Error: a slip');
    expect(fs.existsSync(folder)).to.equal(false);

    await kept.use(() => Promise.resolve());
    expect(finds).to.have.lengthOf(2);
  });

  it('is given up, and nobody else\'s removed, when its place was cleared away', async () => {
    keep(4);
    const {equipment: {place}} = await kept.use(sandbox => stageOf(sandbox, {'log.ts': ''}));
    const alive = fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const startedAt = alive.slice(alive.lastIndexOf(')') + 2).split(' ')[19];
    fs.writeFileSync(path.join(place.folder, 'owner'), `${process.ppid} ${startedAt}`);
    await kept.use(async sandbox => {
      const stage = await stageOf(sandbox, {'log.ts': ''});
      expect(stage.equipment.place.folder).to.not.equal(place.folder);
    });
    expect(finds).to.have.lengthOf(2);
    expect(fs.existsSync(place.folder)).to.equal(true);
    fs.rmSync(place.folder, {recursive: true});
  });

  it('says that it is broken only if it is', async () => {
    keep(4);
    await kept.use(async sandbox => {
      const stage = await stageOf(sandbox, {'log.ts': ''});
      const host = hostOf(stage, 'process.exit(3);');
      await host.step([{box: host.newBox(), input: {kind: 'timer', nowMs: 0}}]).catch(String);
      await host.close();
      expect(stage.hadSilentEnd).to.equal(true);
      await sandbox.expectSound();
    });
    expect(finds).to.have.lengthOf(1);
  });
});

async function stageOf(
  sandbox: Sandbox, files: Readonly<Record<string, string>>,
): Promise<Stage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-kept-'));
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }
  try {
    return await sandbox.open(folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

function lyingIn({equipment: {place: {folder}}}: Stage): readonly string[] {
  return fs.readdirSync(folder);
}
