/** A policy file is checked whole; what it leaves out has its default. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  DEFAULT_POLICY, digestOf, revealOf, runDigestOf, visibilityOf, worthOf,
} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {PolicyMistakes, readPolicy} from '../../../../harness/grade/policy-file';
import {root} from '../../../../harness/host/register.js';
import {allLabs} from '../../../../harness/scenario/labs';

describe('a policy file', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-policy-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  function read(text: string): Policy {
    const file = path.join(folder, 'policy.json');
    fs.writeFileSync(file, text);
    return readPolicy(file, allLabs());
  }

  function mistakes(value: unknown): readonly string[] {
    try {
      read(JSON.stringify(value));
      return [];
    } catch (error) {
      expect(error).to.be.instanceOf(PolicyMistakes);
      return (error as PolicyMistakes).lines;
    }
  }

  it('changes only the fields that it has', () => {
    const policy = read(JSON.stringify({
      $schema: 'policy.schema.json', labs: {5: {points: 30, due: '2026-11-30T23:59+01:00'}},
      late: {daysFree: 3}, reveal: {hidden: 'nothing', scenarios: {'5-random-five': 'claim'}},
      students: {kim: {excusedDays: 2}},
    }));
    expect(policy).to.deep.equal({
      ...DEFAULT_POLICY, labs: {5: {points: 30, due: '2026-11-30T23:59+01:00'}},
      late: {...DEFAULT_POLICY.late, daysFree: 3}, students: {kim: {excusedDays: 2}},
      reveal: {public: 'full', hidden: 'nothing', scenarios: {'5-random-five': 'claim'}},
    });
    expect(read('{}')).to.deep.equal(DEFAULT_POLICY);
  });

  const MISTAKES: readonly (readonly [unknown, string])[] = [
    [[], 'the whole: takes an object of settings, not []'],
    [{colour: 1}, 'colour: there is no such setting; there are $schema, labs, seeds, ' +
      'hiddenSeeds, hiddenShare, reveal, visibility, late, students, typeErrors'],
    [{labs: {election: {}}}, 'labs.election: a lab goes by its number, such as "5"'],
    [{labs: {9: {points: 1}}}, 'labs.9: there is no lab 9; the labs are 1, 2, 3, 4, 5, 6, 7'],
    [{labs: {5: {points: -1}}}, 'labs.5.points: takes a number of points, 0 or more, not -1'],
    [{labs: {5: {due: '2026-11-30T23:59:00'}}}, 'labs.5.due: takes a moment with its offset, ' +
      'such as "2026-11-30T23:59:00+01:00", not "2026-11-30T23:59:00"'],
    [{labs: {5: {due: '2026-13-30T23:59:00Z'}}}, 'labs.5.due: takes a moment with its offset, ' +
      'such as "2026-11-30T23:59:00+01:00", not "2026-13-30T23:59:00Z"'],
    [{seeds: 0}, 'seeds: takes a whole number from 1 to 10000, not 0'],
    [{hiddenSeeds: {secret: 'x'}}, 'hiddenSeeds.secret: takes a text of 8 characters or more ' +
      'that nobody can guess, not "x"'],
    [{reveal: {public: 'all'}}, 'reveal.public: takes "full", "claim" or "nothing", not "all"'],
    [{reveal: {scenarios: {'5-nothing': 'full'}}}, 'reveal.scenarios.5-nothing: there is no such ' +
      'scenario; one is named as in its replay token, such as "5-random-five"'],
    [{visibility: {hidden: 'never'}}, 'visibility.hidden: takes "visible", "hidden", ' +
      '"after_due_date" or "after_published", not "never"'],
    [{late: {penaltyPerDay: 10}}, 'late.penaltyPerDay: takes a share of the lab\'s points from 0 ' +
      'to 1, such as 0.1, not 10'],
    [{students: {kim: {override: {points: 3}}}}, 'students.kim.override.why: is missing; ' +
      'students.kim.override takes an object with points and why'],
    [{students: {'a/b~c': {days: 3}}}, 'students.a/b~c.days: there is no such setting; there are ' +
      'excusedDays, override'],
    [{typeErrors: {each: '1'}}, 'typeErrors.each: takes a number of points, 0 or more, not "1"'],
  ];
  for (const [value, says] of MISTAKES) {
    it(`is told in one line: ${says.slice(0, 60)}…`, () => {
      expect(mistakes(value)).to.deep.equal([says]);
    });
  }

  it('has all its mistakes told at once', () => {
    expect(mistakes({seeds: 'ten', late: {daysFree: 1.5}, x: 1})).to.have.length(3);
    expect(mistakes({
      seeds: 'ten', labs: {9: {}, election: {}}, reveal: {scenarios: {'5-nothing': 'all'}},
    }).map(line => line.split(':')[0])).to.have.members([
      'seeds', 'labs.9', 'labs.election', 'reveal.scenarios.5-nothing',
      'reveal.scenarios.5-nothing',
    ]);
    expect(mistakes({labs: 9, reveal: [], visibility: {scenarios: 'x'}})).to.have.length(3);
  });

  it('that is no JSON, or not there, is told', () => {
    expect(() => read('{"seeds": 3,}')).to.throw(/policy\.json: is not JSON: /);
    expect(() => readPolicy(path.join(folder, 'none'), [])).to.throw(/none: cannot be read: /);
  });

  it('may be what the guide shows', () => {
    const guide = fs.readFileSync(path.join(root, 'harness/grade/POLICY.md'), 'utf8');
    const examples = [...guide.matchAll(/^```json\n(.*?)^```/gms)].map(([, text]) => text ?? '');
    expect(examples.length).to.be.greaterThan(2);
    for (const text of examples) expect(() => read(text), text).to.not.throw();
  });
});

describe('a policy', () => {
  it('says what is revealed and visible by name, or else by kind', () => {
    const policy: Policy = {
      ...DEFAULT_POLICY,
      reveal: {public: 'full', hidden: 'claim', scenarios: {'5-a': 'nothing'}},
      visibility: {public: 'visible', hidden: 'after_published', scenarios: {'5-a': 'hidden'}},
    };
    expect([revealOf(policy, 5, 'a', false), revealOf(policy, 4, 'a', false),
      revealOf(policy, 4, 'a', true)]).to.deep.equal(['nothing', 'full', 'claim']);
    expect([visibilityOf(policy, 5, 'a', true), visibilityOf(policy, 4, 'a', false),
      visibilityOf(policy, 4, 'a', true)]).to.deep.equal(['hidden', 'visible', 'after_published']);
  });

  it('has one digest however it is written, and another one when it changes', () => {
    const one = {...DEFAULT_POLICY, labs: {1: {points: 3, due: 'x'}, 2: {points: 4}}};
    const same = {...DEFAULT_POLICY, labs: {2: {points: 4}, 1: {due: 'x', points: 3}}};
    expect(digestOf(one)).to.equal(digestOf(same));
    expect(digestOf({...one, hiddenShare: 0.3})).to.not.equal(digestOf(one));
  });

  it('asks for a regrade when what is run changes, not when dates or overrides do', () => {
    const base = runDigestOf(DEFAULT_POLICY);
    const settledOnly: readonly Partial<Policy>[] = [
      {labs: {1: {due: '2026-11-30T23:59Z'}}}, {late: {...DEFAULT_POLICY.late, daysFree: 3}},
      {students: {kim: {excusedDays: 2}}}, {typeErrors: {each: 1, most: 2}},
      {reveal: {...DEFAULT_POLICY.reveal, public: 'claim'}},
    ];
    for (const change of settledOnly) {
      expect(runDigestOf({...DEFAULT_POLICY, ...change}), JSON.stringify(change)).to.equal(base);
    }
    const runs: readonly Partial<Policy>[] = [
      {labs: {1: {points: 3}}}, {seeds: 5}, {hiddenShare: 0},
      {hiddenSeeds: {count: 2, secret: 'another one'}},
    ];
    for (const change of runs) {
      expect(runDigestOf({...DEFAULT_POLICY, ...change}), JSON.stringify(change))
        .to.not.equal(base);
    }
  });

  it('may make a lab worth something else', () => {
    const lab = {number: 5, points: 20};
    expect(worthOf({...DEFAULT_POLICY, labs: {5: {points: 0}}}, lab)).to.equal(0);
    expect(worthOf(DEFAULT_POLICY, lab)).to.equal(20);
  });
});
