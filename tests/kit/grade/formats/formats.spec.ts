/**
 * All formats together: what students see is feedback, and the same grades give the same files.
 */
import {expect} from 'chai';
import {FORMATS, ONE_FORMATS} from '../../../../harness/grade/formats/formats';
import type {ReportMaker} from '../../../../harness/grade/formats/report-maker';
import type {Grade} from '../../../../harness/grade/grade';
import {oneFormat} from './one-format';
import {context, failed, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';

const CANVAS = {
  text: 'Student,ID,Section,Raft (901)\n"Lovelace, Ada",11,Monday,\n',
  columns: [{title: 'Raft (901)'}],
};
const MOODLE = {text: 'Identifier,Full name,Grade\nParticipant 1,Ada Lovelace,\n'};

/** A hidden test of which the policy tells nothing, one of which it tells the claim. */
const SECRETIVE = grade([lab([
  scenario(),
  failed({
    isHidden: true, reveal: 'nothing', title: 'SECRET title', reason: 'SECRET reason',
    text: 'SECRET text', token: 'SECRET-token', group: 'SECRET group', name: 'SECRET-name',
  }),
  failed({
    isHidden: true, reveal: 'claim', title: 'told', text: 'SECRET text', token: 'SECRET-token',
  }),
])], {slips: ['SECRET at harness/grade/engine/x.ts']});

function written(maker: ReportMaker, grades: readonly Grade[]): ReadonlyMap<string, string> {
  const files = maker.write(grades, context({canvas: CANVAS, moodle: MOODLE}));
  return new Map([...files].map(([name, bytes]) => [name, String(bytes)]));
}

describe('all formats', function () {
  this.timeout(60_000);

  it('have names of their own, and files of their own', () => {
    expect(FORMATS.map(({name}) => name))
      .to.deep.equal(['json', 'csv', 'junit', 'canvas', 'moodle', 'gradescope']);
    const grades = [PLAIN, {...WHOLE, submission: 'Ada'}, REFUSED];
    const files = FORMATS.flatMap(maker => [...written(maker, grades).keys()]);
    expect(new Set(files).size).to.equal(files.length);
    expect(files).to.include.members(['grades.csv', 'canvas.csv', 'moodle.csv', 'junit.xml',
      'moodle-worksheet.csv', 'ada.json', 'Ada-2.json', 'junit/ada.xml', 'gradescope/ada.json']);
  });

  for (const maker of FORMATS) {
    it(`write the same twice, and nothing for nobody amiss: ${maker.name}`, () => {
      const grades = [PLAIN, REFUSED, ...Object.values(HOSTILE).map(hostile)];
      expect(written(maker, grades)).to.deep.equal(written(maker, structuredClone(grades)));
      expect(() => written(maker, [])).to.not.throw();
    });

    it(`write only below the folder of results: ${maker.name}`, () => {
      const grades = Object.values(HOSTILE).map(hostile);
      for (const name of written(maker, grades).keys()) {
        expect(name).to.match(/^(?:[a-z]+\/)?[\p{L}\p{N}_@+][\p{L}\p{N}._@+ -]*$/u);
      }
    });
  }

  for (const format of ONE_FORMATS.filter(({name}) => name !== 'json')) {
    it(`tell a student nothing that the policy does not reveal: ${format.name}`, () => {
      const {text, stepOutput = ''} = format.write(SECRETIVE);
      const encoded = stepOutput.replace('result=', '');
      expect(`${text}${Buffer.from(encoded, 'base64').toString()}`).to.not.include('SECRET');
      expect(text).to.include('told');
    });
  }

  it('tell Gradescope no more of a class than of one submission', () => {
    const maker = FORMATS.find(({name}) => name === 'gradescope')!;
    const [text] = written(maker, [SECRETIVE]).values();
    expect(text).to.equal(oneFormat('gradescope').write(SECRETIVE).text);
    expect(text).to.not.include('SECRET');
  });

  it('tell the instructor everything', () => {
    const [text] = written(FORMATS[0]!, [SECRETIVE]).values();
    expect(text).to.include('SECRET text').and.include('SECRET at harness');
  });
});
