/** Which submissions share code: disguised copies are found, and honest work is not. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {similarityReport} from '../../../../harness/grade/similarity/report';
import type {SimilarityReport} from '../../../../harness/grade/similarity/report';
import {similarityCsv, similarityLines} from '../../../../harness/grade/similarity/similarity-text';
import {tokensOf} from '../../../../harness/grade/similarity/tokens';
import {Chance} from '../../../../harness/world/chance';
import {disguised, filesOf, honest, reordered, writeClass} from './generated-class';
import type {Texts} from './generated-class';

const LIMIT_MS = 60_000;

const skeleton = filesOf('skeleton');
const own = (name: string, functions = 30): Texts => (
  {...skeleton, 'log.ts': honest(name, functions), 'timing.ts': honest(`${name}2`, functions)});

function changed(files: Texts, change: (text: string) => string): Texts {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, change(text)]));
}

describe('similar submissions', () => {
  const folders: string[] = [];
  after(() => folders.forEach(folder => fs.rmSync(folder, {recursive: true, force: true})));

  function classOf(submissions: Readonly<Record<string, Texts>>): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-similarity-'));
    folders.push(folder);
    writeClass(folder, submissions);
    return folder;
  }

  const namesOf = ({pairs}: SimilarityReport): readonly string[] =>
    pairs.map(({one, other}) => `${one.name} and ${other.name}`);

  it('are ranked: a copy with other names comes first, and its lines are told', async () => {
    const ann = own('ann');
    const report = await similarityReport({submissions: classOf({
      ann, bob: changed(ann, text => disguised(text, 'Mine')), eve: own('eve'), joe: own('joe'),
    })});
    expect(namesOf(report)).to.deep.equal(['ann and bob']);
    const [{shareOfOne, shareOfOther, regions}] = report.pairs as [typeof report.pairs[0] & object];
    expect(Math.min(shareOfOne, shareOfOther)).to.be.greaterThan(0.9);
    expect(regions[0]?.one.file).to.match(/^(log|timing)\.ts$/);
    expect(regions[0]!.one.to - regions[0]!.one.from).to.be.greaterThan(100);
  }).timeout(LIMIT_MS);

  it('are found although their functions stand in another order', async () => {
    const ann = own('ann');
    const bob = changed(ann, text => reordered(text, new Chance(1, 'order')));
    const report = await similarityReport({submissions: classOf({
      ann, bob: changed(bob, text => disguised(text, '_')), eve: own('eve'),
    })});
    expect(namesOf(report)[0]).to.equal('ann and bob');
    expect(report.pairs[0]!.shareOfOne).to.be.greaterThan(0.7);
  }).timeout(LIMIT_MS);

  it('are found in one file, where the rest is one\'s own', async () => {
    const [ann, eve] = [own('ann', 120), own('eve', 120)];
    const lent = filesOf('tests/kit/variants/1-log/as-text')['log.ts'] ?? '';
    const report = await similarityReport({submissions: classOf({
      ann: {...ann, 'reads.ts': lent}, eve: {...eve, 'reads.ts': disguised(lent, 'X')},
    })}, {top: 1});
    const told = [...report.pairs, ...report.files];
    expect(told.map(({one, other}) => `${one.name} ${other.name}`)).to.include('ann eve');
    expect(told[0]!.regions[0]!.one.file).to.equal('reads.ts');
  }).timeout(LIMIT_MS);

  it('are not those that have the skeleton in common', async () => {
    const report = await similarityReport({submissions: classOf({
      ann: skeleton, bob: skeleton, eve: changed(skeleton, text => disguised(text, 'E')),
    })});
    expect(report.pairs).to.deep.equal([]);
    expect(report.files).to.deep.equal([]);
    expect(similarityLines(report).join('\n')).to.match(/No two of them share code/);
  }).timeout(LIMIT_MS);

  it('are not two honest solutions of one problem: they rank low', async () => {
    const variant = (name: string): string =>
      filesOf(`tests/kit/variants/1-log/${name}`)['log.ts'] ?? '';
    const report = await similarityReport({submissions: classOf({
      ann: {'log.ts': variant('as-text')}, bob: {'log.ts': variant('from-the-end')},
      copy: {'log.ts': disguised(variant('as-text'), 'Q')},
    })});
    expect(namesOf(report)[0]).to.equal('ann and copy');
    const honestPair = report.pairs.find(({one, other}) =>
      one.name === 'ann' && other.name === 'bob');
    expect(honestPair?.shareOfOne ?? 0).to.be.lessThan(0.35);
  }).timeout(LIMIT_MS);

  it('are found in the reference and former classes, of which no pairs are told', async () => {
    const reference = filesOf('reference');
    const old = own('old');
    const past = classOf({old, older: old});
    const report = await similarityReport({submissions: classOf({
      ann: changed(reference, text => disguised(text, 'R')),
      bob: changed(old, text => disguised(text, 'O')), eve: own('eve'),
    }), past: [past]});
    const prefix = path.basename(past);
    expect(namesOf(report)).to.have.members([
      'ann and the reference', `bob and ${prefix}/old`, `bob and ${prefix}/older`,
    ]);
    expect(report.compared).to.deep.equal({class: 3, past: 2, reference: 1});
  }).timeout(LIMIT_MS);

  it('are not what many share', async () => {
    const idiom = honest('idiom', 20);
    const report = await similarityReport({submissions: classOf(Object.fromEntries(
      Array.from({length: 12}, (_, n) => [`s${n}`, {
        'log.ts': `${honest(`own ${n}`, 20)}\n${idiom}`,
      }])))});
    expect(report.pairs).to.deep.equal([]);
  }).timeout(LIMIT_MS);

  it('do not stop over files that are huge, broken, binary or strange', async () => {
    const folder = classOf({
      ann: own('ann'), bob: own('ann'),
      huge: {'log.ts': 'x'.repeat(600_000)},
      broken: {'log.ts': `${'`${'.repeat(500)} /[/ "never closed\n'\`}}}} ${own('ann')['log.ts']}`},
      repeats: {'log.ts': '(('.repeat(200_000)},
      again: {'log.ts': 'if (a) { b(c[1]); } else { d = `${e}`; } '.repeat(9_000)},
      once: {'log.ts': 'if (a) { b(c[1]); } else { d = `${e}`; } '.repeat(9_000)},
      empty: {'log.ts': ''},
    });
    fs.mkdirSync(path.join(folder, 'binary'));
    fs.writeFileSync(path.join(folder, 'binary', 'log.ts'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    fs.mkdirSync(path.join(folder, 'nothing'));
    const report = await similarityReport({submissions: folder});
    expect(report.notCompared.map(({name}) => name)).to.have.members(['huge', 'binary', 'nothing']);
    expect(namesOf(report)[0]).to.equal('ann and bob');
    expect(similarityLines(report).join('\n')).to.match(/Not compared: binary: .*UTF-8/);
  }).timeout(LIMIT_MS);

  it('are found where something is divided, which looks as if a pattern began', () => {
    const kinds = (text: string): string => tokensOf(text).kinds.join();
    for (const divided of ['this.#size', 'from', 'n++', 'n--', 'a[0]', 'f()', 'super']) {
      const [one, other] = [`${divided} / 2; b(c) / 4;`, `${divided} / 2; b(c) + c / 4;`];
      expect(kinds(one), divided).to.not.equal(kinds(other));
    }
    expect(kinds('x = /a b/.test(y)')).to.equal(kinds('x = /c/.test(y)'));
  });

  it('are a list to look at, never a verdict, on the screen and as CSV', async () => {
    const ann = own('ann');
    const folder = classOf({ann, '=cmd': changed(ann, text => disguised(text, 'M'))});
    const report = await similarityReport({submissions: folder});
    const lines = similarityLines(report);
    expect(lines.slice(0, 2).join(' ')).to.match(/never a verdict/);
    expect(lines.join('\n')).to.match(/ann\/(log|timing)\.ts:\d+–\d+/);
    const csv = similarityCsv(report).trim().split('\r\n');
    expect(csv[0]).to.match(/^rank,kind,one,other,/);
    expect(csv[1]).to.match(/^1,submission,'=cmd,ann,/);
  }).timeout(LIMIT_MS);
});
