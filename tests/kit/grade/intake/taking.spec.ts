/** What of a submission is taken, and what is passed over. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {strayIn, submissionsIn, take} from '../../../../harness/grade/intake/submission';
import type {Taken} from '../../../../harness/grade/intake/submission';
import {gzip, tarOfFiles, zipOf} from './archives';
import type {Files} from './archives';

type Kind = 'folder' | 'zip' | 'tar' | 'tar.gz' | 'tgz';

describe('a submission', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-taking-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  async function handIn(files: Files, kind: Kind): Promise<Taken> {
    const place = path.join(folder, kind === 'folder' ? 'kim' : `kim.${kind}`);
    fs.rmSync(place, {recursive: true, force: true});
    if (kind !== 'folder') {
      const tarred = kind === 'zip' ? zipOf(files) : await tarOfFiles(files);
      fs.writeFileSync(place, kind === 'tar.gz' || kind === 'tgz' ? gzip(tarred) : tarred);
    }
    for (const [name, text] of kind === 'folder' ? Object.entries(files) : []) {
      fs.mkdirSync(path.dirname(path.join(place, name)), {recursive: true});
      fs.writeFileSync(path.join(place, name), text);
    }
    return take({name: 'kim', path: place});
  }

  const namesIn = ({texts}: Taken): readonly string[] => [...texts.keys()];

  for (const kind of ['folder', 'zip', 'tar', 'tar.gz', 'tgz'] as const) {
    it(`may be a ${kind} of the files, of skeleton/, or of a folder around it`, async () => {
      for (const around of ['', 'skeleton/', 'my-raft/', 'my-raft/skeleton/', 'a/b/skeleton/']) {
        const files = {[`${around}log.ts`]: 'a', [`${around}tests/log.test.ts`]: 'b'};
        const taken = await handIn(files, kind);
        expect(namesIn(taken), around).to.deep.equal(['log.ts', 'tests/log.test.ts']);
        expect(taken.texts.get('log.ts')?.toString()).to.equal('a');
        expect(taken.passedOver).to.deep.equal([]);
      }
    });

    it(`that is a ${kind} loses what is not its own code, and that is listed`, async () => {
      const taken = await handIn({
        'raft/log.ts': 'a', 'raft/helper.ts': 'b', 'raft/package.json': '{}',
        'raft/.mocharc.js': 'x', 'raft/tsconfig.json': '{}', 'raft/.npmrc': 'x',
        'raft/node_modules/chai/index.ts': 'x', 'raft/deep/er/evil.ts': 'x', 'raft/log.js': 'x',
        'raft/types.d.ts': 'x', 'raft/tests/own.d.ts': 'x', 'raft/tests/own.ts': 'y',
        'raft/my log.ts': 'x', 'elsewhere/a/b.ts': 'x', '.git/config': 'x',
      }, kind);
      expect(namesIn(taken)).to.deep.equal(['helper.ts', 'log.ts', 'tests/own.ts']);
      const what = taken.passedOver.map(name => name.replace(/ \(.*\)$/, ''));
      expect(what).to.deep.equal([
        '.git/', 'elsewhere/', 'raft/.mocharc.js', 'raft/.npmrc', 'raft/deep/', 'raft/log.js',
        'raft/my log.ts', 'raft/node_modules/', 'raft/package.json', 'raft/tests/own.d.ts',
        'raft/tsconfig.json', 'raft/types.d.ts',
      ]);
    });

    it(`has the same digest as a ${kind} as in any other wrapping`, async () => {
      const files = {'log.ts': 'a\n', 'terms.ts': 'b\n'};
      const {digest} = await handIn(files, 'folder');
      expect((await handIn(files, kind)).digest).to.equal(digest);
      expect((await handIn({...files, 'terms.ts': 'c\n'}, kind)).digest).to.not.equal(digest);
    });
  }

  it('may be the whole kit: skeleton/ is taken, the same names elsewhere are not', async () => {
    const kit = Object.fromEntries(Array.from({length: 300}, (_, n) =>
      [`kit/harness/raft/part-${n}.ts`, 'x']));
    const taken = await handIn({
      ...kit, 'kit/harness/election.ts': 'stand-in', 'kit/log.ts': 'old',
      'kit/skeleton/log.ts': 'mine',
    }, 'zip');
    expect([...taken.texts].map(([name, text]) => [name, text.toString()]))
      .to.deep.equal([['log.ts', 'mine']]);
    expect(taken.passedOver).to.deep.equal(['kit/harness/', 'kit/log.ts']);
  });

  it('lists only so many names of what is passed over', async () => {
    const many = Object.fromEntries(Array.from({length: 500}, (_, n) => [`n${n}.txt`, 'x']));
    const {passedOver} = await handIn({...many, 'log.ts': 'a'}, 'zip');
    expect(passedOver).to.have.length(31);
    expect(passedOver[30]).to.equal('and 470 more');
  });

  it('was written when its newest file was, on every machine alike', async () => {
    const at = new Date('2026-10-01T10:00:00Z');
    const place = path.join(folder, 'kim');
    fs.mkdirSync(place);
    for (const name of ['log.ts', 'terms.ts', 'notes.txt']) {
      fs.writeFileSync(path.join(place, name), '');
    }
    fs.utimesSync(path.join(place, 'log.ts'), at, new Date('2026-09-01T10:00:00Z'));
    fs.utimesSync(path.join(place, 'terms.ts'), at, at);
    expect((await take({name: 'kim', path: place})).newestAt).to.equal('2026-10-01T10:00:00.000Z');
    expect((await handIn({'log.ts': 'a'}, 'tgz')).newestAt).to.equal('2026-11-01T10:00:00.000Z');
  });

  it('keeps its own name beside others that would share it; links and rars are not lost', () => {
    fs.mkdirSync(path.join(folder, 'kim'));
    for (const name of ['kim.zip', 'lee.zip', 'max.tgz', 'max.tar.gz', 'notes.txt', 'o.rar',
      '.hidden']) {
      fs.writeFileSync(path.join(folder, name), '');
    }
    fs.symlinkSync('/etc', path.join(folder, 'link'));
    expect(submissionsIn(folder).map(({name}) => name)).to.deep.equal(
      ['kim', 'kim.zip', 'lee', 'link', 'max.tar.gz', 'max.tgz', 'o.rar']);
    expect(strayIn(folder)).to.deep.equal(['notes.txt']);
  });
});
