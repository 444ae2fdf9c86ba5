/** Shards made one class again, and two gradings held against each other. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {compare} from '../../../../harness/grade/run/compare';
import type {JournalLine, RunLine} from '../../../../harness/grade/run/journal';
import {merge} from '../../../../harness/grade/run/merge';
import {standingOf} from '../../../../harness/grade/run/standing';
import {madeGrade, madeLab, madeLine, madeRun, madeScenario, runBy} from './made-grades';

const NAMES = ['kim', 'lee', 'max', 'noa'];

describe('merging', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-merge-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  function write(place: string, lines: readonly JournalLine[]): string {
    const file = path.join(folder, place);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
    return file;
  }

  const shardOf = (index: number, change: Partial<RunLine> = {}): RunLine =>
    madeRun(NAMES, {shard: {index, count: 2}, ...change});
  const first = [shardOf(1), madeLine(madeGrade('kim')), madeLine(madeGrade('max'))];
  const second = [shardOf(2), madeLine(madeGrade('lee')), madeLine(madeGrade('noa'))];

  it('makes of shards what one run would have made', () => {
    write('a/journal-1-of-2.jsonl', first);
    write('b/journal-2-of-2.jsonl', second);
    const merged = merge([path.join(folder, 'b'), path.join(folder, 'a')]);
    const whole = standingOf(madeRun(NAMES), [...first, ...second]);
    expect(merged).to.deep.include({grades: whole.grades, run: whole.run, absent: []});
    expect([merged.missingShards, merged.notes]).to.deep.equal([[], []]);
    expect(merged.grades.map(({submission}) => submission)).to.deep.equal(NAMES);
  });

  it('names the shards and the submissions that are not there', () => {
    const file = write('journal-2-of-2.jsonl', second.slice(0, 2));
    const merged = merge([file]);
    expect(merged.missingShards).to.deep.equal(['1 of 2']);
    expect(merged.absent).to.deep.equal(['kim', 'max', 'noa']);
  });

  it('says when shards did not see the same class', () => {
    write('journal-1-of-2.jsonl', first);
    write('journal-2-of-2.jsonl', [
      {...shardOf(2), members: [...shardOf(2).members, {name: 'zoe'}]}, ...second.slice(1)]);
    const merged = merge([folder]);
    expect(merged.notes.join('\n')).to.match(/journal-1-of-2\.jsonl: its shard saw no zoe/);
    expect(merged.absent).to.deep.equal(['zoe']);
  });

  const POLICY = {...DEFAULT_POLICY, hiddenShare: 0.5};
  const MIXED: readonly (readonly [string, readonly JournalLine[], RegExp])[] = [
    ['kits', [shardOf(2, {kit: '0.2.0'})], /are by kits 0\.1\.0 and 0\.2\.0: they cannot be/],
    ['code of kits', [shardOf(2, {kitDigest: 'x'})], /by kits 0\.1\.0 whose code differs/],
    ['policies', [{...runBy(POLICY, NAMES), shard: {index: 2, count: 2}}], /different policies/],
    ['labs', [shardOf(2, {labs: [1, 2]})], /graded different labs \(1 and 1, 2\)/],
    ['splits', [shardOf(2, {shard: {index: 2, count: 3}})], /different numbers of parts/],
    ['kits within a journal', [shardOf(2), madeLine(madeGrade('lee'), {kitDigest: 'x'})],
      /graded by another kit or policy than the rest: lee/],
  ];
  for (const [what, lines, says] of MIXED) {
    it(`refuses to mix ${what}`, () => {
      write('journal-1-of-2.jsonl', first);
      write('journal-2-of-2.jsonl', lines);
      expect(() => merge([folder])).to.throw(says);
    });
  }

  it('refuses what is no folder of results', () => {
    expect(() => merge([folder])).to.throw(/there is no journal in/);
    expect(() => merge([path.join(folder, 'none')])).to.throw(/there is no folder/);
  });
});

describe('comparing', () => {
  const standing = (run: RunLine, ...grades: readonly ReturnType<typeof madeGrade>[]) =>
    standingOf(run, grades.map(grade => madeLine(grade, {
      kitDigest: run.kitDigest, runDigest: run.runDigest,
    })));
  const failed = {...madeLab(1, 0), scenarios: [
    madeScenario({points: 0, verdict: 'failed', reason: 'S1 and S5 applied different commands'}),
  ]};

  it('says who lost and who won, by lab, and which verdict changed for which reason', () => {
    const before = standing(madeRun(NAMES), madeGrade('kim'), madeGrade('lee', {labs: [failed]}),
      madeGrade('max'));
    const now = standing(madeRun(['kim', 'lee', 'noa']), madeGrade('kim', {labs: [failed]}),
      madeGrade('lee'), madeGrade('noa'));
    expect(compare(before, now)).to.deep.equal([
      'kim  10 -> 0  (-10)',
      '    lab 1: 10/10 -> 0/10',
      '      a claim: passed -> failed  (S1 and S5 applied different commands)',
      'lee  0 -> 10  (+10)',
      '    lab 1: 0/10 -> 10/10',
      '      a claim: failed -> passed  (was: S1 and S5 applied different commands)',
      'max  no longer there, was 10',
      'noa  new: 10',
      '1 won points, 1 lost points, 1 new, 1 no longer there',
    ]);
  });

  it('says of other kits, policies, bytes, refusals, slips and overrides', () => {
    const policy = {...DEFAULT_POLICY, students: {lee: {override: {points: 3, why: 'oral'}}}};
    const before = standing(madeRun(NAMES), ...NAMES.map(name => madeGrade(name)));
    const now = standing({...runBy(policy, NAMES), kitDigest: 'code 2'},
      madeGrade('kim', {digest: 'other', labs: [madeLab(1, 8)]}), madeGrade('lee'),
      madeGrade('max', {labs: [], refused: 'it is empty', pointsMost: 10}),
      madeGrade('noa', {labs: [], slips: ['not graded: SIGKILL'], pointsMost: 10}));
    const lines = compare(before, now).join('\n');
    expect(lines).to.match(/^The kit is 0\.1\.0 as before, but its code has changed\.$/m);
    expect(lines).to.match(/^The policy was \w+ and is \w+\.$/m);
    expect(lines).to.match(/^kim {2}10 -> 8 {2}\(-2\)\n {4}the submission itself has changed$/m);
    expect(lines).to.match(/^lee {2}10 -> 3 {2}\(-7\)\n {4}set to 3 by hand: oral$/m);
    expect(lines).to.match(/^max {2}10 -> 0 .*\n {4}now refused: it is empty$/m);
    expect(lines).to.match(/^noa {2}10 -> 0 .*\n {4}the grader slipped: not graded: SIGKILL$/m);
  });

  it('names nobody who came to the same, whatever files were handed in, and counts them', () => {
    const same = {refused: 'it is empty', slips: ['not graded: SIGKILL']};
    const before = standing(madeRun(NAMES), madeGrade('kim'), madeGrade('lee', same),
      madeGrade('max'), madeGrade('noa'));
    const other = {...madeLab(1), scenarios: [madeScenario({verdict: 'not written'})]};
    const now = standing(madeRun(NAMES), madeGrade('kim', {digest: 'other'}),
      madeGrade('lee', same), madeGrade('max', {labs: [other]}));
    expect(compare(before, now)).to.deep.equal([
      'max  10 -> 10  (0)', '    lab 1: 10/10 as before',
      '      a claim: passed -> not written',
      '1 changed otherwise, 1 not graded yet, 2 unchanged',
    ]);
  });

  it('has one line to say when nothing changed', () => {
    const one = standing(madeRun(NAMES), ...NAMES.map(name => madeGrade(name)));
    expect(compare(one, one)).to.deep.equal(['4 unchanged']);
  });
});
