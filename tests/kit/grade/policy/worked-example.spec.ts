/** What POLICY.md says that tests are worth, row by row, is what the grader gives for them. */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import type {Task} from '../../../../harness/grade/engine/tasks';
import {roundPoints} from '../../../../harness/grade/grade';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {settle} from '../../../../harness/grade/run/settle';
import {root} from '../../../../harness/host/register.js';
import {findLab} from '../../../../harness/scenario/labs';
import {madeLab} from '../run/made-grades';

const lab = findLab('3');
const POLICY = {...DEFAULT_POLICY, labs: {3: {points: 30}}, hiddenShare: 0.2};

/** What is left of the lab's points without these tests. */
function settledWithout(tasks: readonly Task[], ...failed: readonly string[]): number {
  const passed = tasks.filter(({definition}) => !failed.includes(definition.name));
  const points = roundPoints(passed.reduce((sum, task) => sum + task.points, 0));
  const labs = [madeLab(lab.number, points, lab.points)];
  return settle({submission: 'kim', labs, asked: [lab], typeErrors: []}, POLICY).points;
}

describe('the worked example of POLICY.md', () => {
  const page = fs.readFileSync(path.join(root, 'harness/grade/POLICY.md'), 'utf8');
  const tasks = tasksOf(lab, POLICY);
  const worth = (isCounted: (task: Task) => boolean): number =>
    roundPoints(2 * tasks.filter(isCounted).reduce((sum, {points}) => sum + points, 0));

  for (const name of ['new-leader', 'many-leaders', 'many-digits', 'two-authors']) {
    it(`says what ${name} is worth`, () => {
      const row = page.split('\n').find(line => line.startsWith(`| \`${name}\` |`));
      expect(row).to.match(new RegExp(` = ${worth(one => one.definition.name === name)} \\|$`));
    });
  }

  it('says what public and hidden tests are worth together', () => {
    expect(page).to.include(`15 × 0.8 × 2 = ${worth(({isHidden}) => !isHidden)} |`);
    expect(page).to.include(`30 × 0.2 = ${worth(({isHidden}) => isHidden)} |`);
  });

  it('says what is left to who fails two tests', () => {
    expect(page).to.include(
      `30 − 1.2 − 0.86 = ${settledWithout(tasks, 'many-leaders', 'many-digits')} points`);
  });
});
