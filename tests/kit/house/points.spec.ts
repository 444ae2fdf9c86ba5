/**
 * Every scenario states its points and where its claim comes from, and the points add up.
 */
import {expect} from 'chai';
import {allLabs, folderOf} from '../../../harness/scenario/labs';
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
      const titles = registry.scenariosOf(lab).map(({section, title}) => `${section} ${title}`);
      expect(new Set(titles).size).to.equal(titles.length);
    });
  }
});
