/**
 * From findings to a lab's grade: the better run counts, and says no more than it may.
 */
import {expect} from 'chai';
import type {Finding} from '../../../../harness/grade/engine/finding';
import {unconfirmed} from '../../../../harness/grade/engine/finding';
import {labGrade} from '../../../../harness/grade/engine/lab-grades';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {roundPoints} from '../../../../harness/grade/grade';
import type {LabGrade} from '../../../../harness/grade/grade';
import {settle} from '../../../../harness/grade/run/settle';
import type {Verdict} from '../../../../harness/scenario/outcome';
import {allLabs, findLab} from '../../../../harness/scenario/labs';
import type {Lab} from '../../../../harness/scenario/labs';

const lab = findLab('4');
const tasks = tasksOf(lab, {...DEFAULT_POLICY, hiddenShare: 0}).slice(0, 3);

function findings(verdicts: readonly Verdict[], said: string): readonly Finding[] {
  return verdicts.map((verdict, n) => ({
    task: {...tasks[n]!, points: 2}, verdict,
    seedsRun: 1, seedsPassed: verdict === 'passed' ? 1 : 0,
    told: verdict === 'passed' ? {} : {cause: 'rule', reason: `${said} ${n + 1}`},
  }));
}

describe('the grade of a lab', () => {
  const own = findings(['passed', 'failed', 'failed'], 'own');

  it('is the student\'s own run where nothing was stood in', () => {
    const grade = labGrade({lab, own}, DEFAULT_POLICY);
    expect(grade).to.include({counted: 'own', points: 2, ownPoints: 2, standInPoints: null});
  });

  it('is the student\'s own run where standing in wins nothing', () => {
    const standIns = findings(['failed', 'failed', 'passed'], 'stood in');
    const grade = labGrade({lab, own, standIns}, DEFAULT_POLICY);
    expect(grade).to.include({counted: 'own', points: 2, ownPoints: 2, standInPoints: 2});
    expect(grade.scenarios.map(({reason}) => reason)).to.deep.equal([undefined, 'own 2', 'own 3']);
  });

  it('is the better one, whole, in the words of the student\'s own run', () => {
    const standIns = findings(['passed', 'passed', 'failed'], 'stood in');
    const grade = labGrade({lab, own, standIns}, DEFAULT_POLICY);
    expect(grade).to.include({counted: 'stand-ins', points: 4, ownPoints: 2, standInPoints: 4});
    expect(grade.scenarios.map(({reason}) => reason))
      .to.deep.equal([undefined, undefined, 'own 3']);
  });

  it('says of what failed only with stand-ins no more than that run may', () => {
    const mixed = findings(['failed', 'failed', 'passed'], 'own');
    const standIns = findings(['passed', 'passed', 'failed'], 'stood in');
    const grade = labGrade({lab, own: mixed, standIns}, DEFAULT_POLICY);
    expect(grade.scenarios[2]).to.include({verdict: 'failed', reason: 'stood in 3', points: 0});
  });

  it('takes the points of a pass that was not confirmed, and says why', () => {
    const [first] = findings(['passed'], '');
    const told = unconfirmed(first!, new Map([[9, {
      box: 'S2', inputNumber: 3, input: {kind: 'timer', nowMs: 120.4},
    }]]), true);
    const grade = labGrade({lab, own: [told]}, DEFAULT_POLICY);
    expect(grade.points).to.equal(0);
    expect(grade.scenarios[0]).to.include({
      verdict: 'failed', cause: 'unconfirmed', seedFailed: 9,
      reason: 'Run alone, in a process of its own, with the same inputs, S2 answered input 3 ' +
        '(timer at t=120ms) differently — a server has only its messages, its disk and its ' +
        'clock, and the same inputs give the same answers.',
    });
  });
});

describe('a lab worth more or less than its own points', () => {
  /** What is left to who fails one scenario and nothing else. */
  function settledWithout(one: Lab, lost: string | undefined, policy: Policy): LabGrade {
    const own = tasksOf(one, policy).map((task): Finding => {
      const hasPassed = task.definition.name !== lost;
      return {
        task, verdict: hasPassed ? 'passed' : 'failed', seedsRun: 1,
        seedsPassed: hasPassed ? 1 : 0, told: {},
      };
    });
    const labs = [labGrade({lab: one, own}, policy)];
    return settle({submission: 'kim', labs, asked: [one], typeErrors: []}, policy).labs[0]!;
  }

  it('is rounded once, when points are what they count', () => {
    const policy = {...DEFAULT_POLICY, labs: {3: {points: 30}}, hiddenShare: 0.5};
    const grade = settledWithout(findLab('3'), 'new-leader', policy);
    expect([grade.points, grade.ownPoints]).to.deep.equal([29.85, 29.85]);
    expect(grade.scenarios.find(({name}) => name === 'new-leader')?.pointsMost).to.equal(0.15);
  });

  for (const hiddenShare of [0, 0.2, 0.5]) {
    for (const worth of [undefined, 7, 30, 100]) {
      it(`adds up: hidden tests ${hiddenShare}, ${worth ?? 'its own'} points`, () => {
        for (const one of allLabs()) {
          const points = worth ?? one.points;
          const policy = {...DEFAULT_POLICY, labs: {[one.number]: {points}}, hiddenShare};
          expect(settledWithout(one, undefined, policy).points, one.name).to.equal(points);
          const names = tasksOf(one, policy).map(({definition}) => definition.name);
          for (const lost of names.filter((_, n) => n % 5 === 0)) {
            const grade = settledWithout(one, lost, policy);
            const sum = grade.scenarios.reduce((all, scenario) => all + scenario.points, 0);
            expect(grade.points, `${one.name} ${lost}`).to.equal(roundPoints(sum));
          }
        }
      });
    }
  }
});
