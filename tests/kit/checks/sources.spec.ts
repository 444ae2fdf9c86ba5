/**
 * Every section or figure that is cited exists, and every scenario cites one.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {citations, isInThePaper, PAPER} from '../../../harness/checks/paper-sections';
import {root} from '../../../harness/host/register.js';
import {allLabs, folderOf} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';

const FOLDERS = ['harness', 'skeleton', 'reference', 'labs', 'tests'];
const CODE_AND_TEXT = /\.(ts|md)$/;

function filesBelow(folder: string): readonly string[] {
  return fs.readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(file => CODE_AND_TEXT.test(file)).map(file => path.join(folder, file)).sort();
}

describe('sources', () => {
  for (const folder of FOLDERS) {
    it(`cited in ${folder}/ are in the paper`, () => {
      const wrong = filesBelow(folder).flatMap(file =>
        citations(fs.readFileSync(path.join(root, file), 'utf8'))
          .filter(cited => !isInThePaper(cited)).map(cited => `${file} cites ${cited}`));
      expect(wrong).to.deep.equal([]);
    });
  }

  for (const lab of allLabs()) {
    it(`of the scenarios of ${folderOf(lab)} are in the paper, or named in its lab.ts`, () => {
      const all = [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)];
      const unknown = all.filter(({section}) => {
        const cited = citations(section);
        return !lab.sources.includes(section) &&
          (cited.length === 0 || !cited.every(isInThePaper));
      });
      expect(unknown.map(({section, title}) => `${section}: ${title}`)).to.deep.equal([]);
    });
  }

  it('are read out of what a person writes', () => {
    expect(citations('§5.3; Figure 2, "State"')).to.deep.equal(['§5.3', 'Figure 2']);
    expect(citations('(end of §5.3.) Figures 6 and 8 (e)'))
      .to.deep.equal(['§5.3', 'Figure 6', 'Figure 8']);
    expect(citations('the network')).to.deep.equal([]);
  });

  it('that do not exist are refused', () => {
    for (const number of [0, 17, 99]) {
      const known = citations(`§${number}, Figure ${number}`).filter(isInThePaper);
      expect(known, `${number}`).to.deep.equal([]);
    }
    expect(isInThePaper('toString')).to.equal(false);
  });

  it('are told in words of our own, short enough for a line', () => {
    for (const words of Object.values(PAPER)) expect(words.length).to.be.at.most(70);
  });
});
