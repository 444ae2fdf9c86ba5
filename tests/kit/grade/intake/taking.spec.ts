/** What of a submission is taken, and what is refused with a reason. */
import {expect} from 'chai';
import {zipSync} from 'fflate';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {stage, submissionsIn} from '../../../../harness/grade/intake/submission';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function empty(folder: string): void {
  for (const left of fs.readdirSync(folder)) fs.rmSync(path.join(folder, left), {recursive: true});
}

describe('a submission', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-taking-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  /** What is staged of files in a folder or entries of a zip: names, sorted. */
  async function taken(
    files: Readonly<Record<string, string | Uint8Array>>, zip: boolean,
  ): Promise<string[]> {
    const submission = path.join(folder, zip ? 'kim.zip' : 'kim');
    if (zip) {
      const entries = Object.entries(files).map(([name, text]) =>
        [name, typeof text === 'string' ? bytes(text) : text] as const);
      fs.writeFileSync(submission, zipSync(Object.fromEntries(entries)));
    } else {
      fs.mkdirSync(submission);
      for (const [name, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(submission, name)), {recursive: true});
        fs.writeFileSync(path.join(submission, name), text);
      }
    }
    return stagedFrom(submission);
  }

  async function stagedFrom(submission: string): Promise<string[]> {
    const target = path.join(folder, 'staged');
    await stage({name: 'kim', path: submission}, target);
    return fs.readdirSync(target, {recursive: true, encoding: 'utf8'})
      .filter(file => file.endsWith('.ts')).sort();
  }

  async function refusal(promise: Promise<unknown>): Promise<string> {
    return promise.then(() => 'taken', (error: Error) => `${error.name}: ${error.message}`);
  }

  for (const zip of [false, true]) {
    const kind = zip ? 'a zip' : 'a folder';

    it(`may be ${kind} with the files, with skeleton/, or with a folder around it`, async () => {
      for (const around of ['', 'skeleton/', 'my-raft/', 'my-raft/skeleton/']) {
        const files = {[`${around}log.ts`]: 'a', [`${around}tests/log.test.ts`]: 'b'};
        expect(await taken(files, zip), around).to.deep.equal(['log.ts', 'tests/log.test.ts']);
        empty(folder);
      }
    });

    it(`that is ${kind} loses everything that is not its own code`, async () => {
      const files = {
        'log.ts': 'a', 'helper.ts': 'b', 'package.json': '{}', '.mocharc.js': 'x',
        'tsconfig.json': '{}', 'node_modules/chai/index.ts': 'x', 'deep/er/down/evil.ts': 'x',
        'log.js': 'x', '.npmrc': 'x',
      };
      expect(await taken(files, zip)).to.deep.equal(['helper.ts', 'log.ts']);
    });

    it(`that is ${kind} without code, with a huge file, or with no text is refused`, async () => {
      const cases: readonly [Record<string, string | Uint8Array>, RegExp][] = [
        [{'readme.txt': 'hello'}, /Refused: there is no \.ts file in it/],
        [{'log.ts': 'x'.repeat(600_000)}, /Refused: log\.ts has 600000 bytes/],
        [{'log.ts': new Uint8Array([0xff, 0xfe, 0x00])}, /Refused: log\.ts is not UTF-8 text/],
      ];
      for (const [files, says] of cases) {
        expect(await refusal(taken(files, zip))).to.match(says);
        empty(folder);
      }
    });
  }

  it('is refused if it is a zip in name only, or climbs out of its folder', async () => {
    const file = path.join(folder, 'kim.zip');
    fs.writeFileSync(file, 'not a zip at all');
    expect(await refusal(stagedFrom(file))).to.match(/^Refused: not a readable zip: /);
    fs.writeFileSync(file, zipSync({'../../outside.ts': bytes('x'), 'log.ts': bytes('y')}));
    expect(await refusal(stagedFrom(file)))
      .to.match(/^Refused: not a readable zip: .*invalid relative path/);
    expect(fs.existsSync(path.join(folder, '../outside.ts'))).to.equal(false);
  });

  it('is refused if it is a bomb, and no more is unpacked than may be taken', async () => {
    const file = path.join(folder, 'kim.zip');
    const bomb = Object.fromEntries(
      Array.from({length: 40}, (_, n) => [`f${n}.ts`, bytes('x'.repeat(400_000))]));
    fs.writeFileSync(file, zipSync(bomb));
    expect(await refusal(stagedFrom(file))).to.match(/^Refused: more than 8388608 bytes of text/);
  });

  it('keeps its own name beside another that would share it', () => {
    fs.mkdirSync(path.join(folder, 'kim'));
    for (const name of ['kim.zip', 'lee.zip', 'notes.txt', '.hidden']) {
      fs.writeFileSync(path.join(folder, name), '');
    }
    expect(submissionsIn(folder).map(({name}) => name)).to.deep.equal(['kim', 'kim.zip', 'lee']);
  });

  it('never follows a link', async () => {
    const submission = path.join(folder, 'kim');
    fs.mkdirSync(submission);
    fs.writeFileSync(path.join(folder, 'secret.ts'), 'the solution');
    fs.symlinkSync(path.join(folder, 'secret.ts'), path.join(submission, 'log.ts'));
    fs.writeFileSync(path.join(submission, 'terms.ts'), 'mine');
    expect(await stagedFrom(submission)).to.deep.equal(['terms.ts']);
  });
});
