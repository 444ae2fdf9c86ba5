/**
 * From findings to a lab's grade: the better run counts, and says no more than it may.
 */
import {expect} from 'chai';
import type {Finding} from '../../../../harness/grade/engine/finding';
import {unconfirmed} from '../../../../harness/grade/engine/finding';
import {labGrade} from '../../../../harness/grade/engine/lab-grades';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Verdict} from '../../../../harness/scenario/outcome';
import {findLab} from '../../../../harness/scenario/labs';

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
    const told = unconfirmed(first!, {
      box: 'S2', inputNumber: 3, input: {kind: 'timer', nowMs: 120.4},
    }, true);
    const grade = labGrade({lab, own: [told]}, DEFAULT_POLICY);
    expect(grade.points).to.equal(0);
    expect(grade.scenarios[0]).to.include({
      verdict: 'failed', cause: 'unconfirmed',
      reason: 'Run alone, in a process of its own, with the same inputs, S2 answered input 3 ' +
        '(timer at t=120ms) differently — a server has only its messages, its disk and its ' +
        'clock, and the same inputs give the same answers.',
    });
  });
});
