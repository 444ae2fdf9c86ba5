/**
 * Every scenario states its points and where its claim comes from, and the points add up.
 *
 * Hidden scenarios state a weight: what they are worth together is the policy's hiddenShare, so
 * they count to no lab's sum.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import {allLabs, folderOf, specFilesOf} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';

describe('points', () => {
  for (const lab of allLabs()) {
    it(`of the scenarios of ${folderOf(lab)} add up to the lab's ${lab.points}`, () => {
      const scenarios = registry.scenariosOf(lab);
      const sum = scenarios.reduce((total, scenario) => total + scenario.points, 0);
      expect(scenarios.every(scenario => scenario.points > 0)).to.equal(true);
      expect(sum).to.be.closeTo(lab.points, 1e-6);
    });

    for (const part of lab.parts ?? []) {
      it(`of part ${lab.number}${part.letter} add up to ${part.points}`, () => {
        const scenarios = registry.scenariosOf(lab, part);
        const sum = scenarios.reduce((total, scenario) => total + scenario.points, 0);
        expect(sum).to.be.closeTo(part.points, 1e-6);
      });
    }

    it(`are told once: no two scenarios of ${folderOf(lab)} have one title`, () => {
      const all = [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)];
      const titles = all.map(({section, title}) => `${section} ${title}`);
      expect(new Set(titles).size).to.equal(titles.length);
    });

    it(`are weights in the hidden scenarios of ${folderOf(lab)}, and those are all hidden`, () => {
      const hidden = registry.hiddenScenariosOf(lab);
      expect(hidden.length).to.be.at.least(4);
      expect(hidden.every(({points}) => points > 0)).to.equal(true);
      for (const file of specFilesOf({lab, isHidden: true})) {
        const text = fs.readFileSync(file, 'utf8');
        expect(text, file).to.match(/^hiddenLab\(/m).and.to.not.match(/^lab\(/m);
      }
      for (const file of specFilesOf({lab})) {
        expect(fs.readFileSync(file, 'utf8'), file).to.not.match(/hiddenLab/);
      }
    });
  }
});
