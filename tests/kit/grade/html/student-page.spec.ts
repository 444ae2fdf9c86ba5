/** The page that a student is given: what they may see, and a way to nobody else's. */
import {expect} from 'chai';
import {feedbackOf} from '../../../../harness/grade/feedback';
import {linksOf, pagesOf, textOf} from './made-pages';
import {MISTAKES, gradeFor} from './sample-class';
import {sampleClass} from './sample-students';

const grades = sampleClass();
const pages = pagesOf(grades);

describe('the page of a student', () => {
  it('shows what the feedback holds and leads to nobody else', () => {
    for (const grade of grades) {
      const page = pages.get(`feedback/${grade.submission}.html`) ?? '';
      expect(linksOf(page).every(link => link.startsWith('#')), grade.submission).to.equal(true);
      const others = grades.filter(one => one !== grade).map(one => one.student?.name ?? '');
      expect(others.filter(name => textOf(page).includes(name))).to.deep.equal([]);
    }
  });

  it('says in one sentence why one broken lab costs no other its points', () => {
    const text = textOf(pages.get('feedback/kristen-nygaard.html') ?? '');
    expect(text).to.include('Graded with stand-ins for the labs before it, which was better:')
      .and.include('With stand-ins: what failed there was run again with right ones in place of ' +
        'the earlier labs, so that a mistake in one lab costs points in that lab only;');
  });

  it('compares no ways a lab was run where some of its tests are not shown', () => {
    const grade = gradeFor({submission: 'sly', labs: 7, mistakes: [MISTAKES.throws]});
    const labs = grade.labs.map(lab => ({...lab, scenarios: lab.scenarios.map((one, n) => ({
      ...one, visibility: n === 0 ? 'hidden' as const : 'visible' as const,
    }))}));
    const text = textOf(pagesOf([{...grade, labs}]).get('feedback/sly.html') ?? '');
    expect(text).to.match(/Lab 4 · .*? – not shown ✔ [\d.]+ Lab 5 · /)
      .and.include('Graded with stand-ins for the labs before it, which was better.')
      .and.not.include('against');
  });

  it('keeps what is not revealed, and says what it is worth', () => {
    const grade = gradeFor({submission: 'sly', labs: 7, mistakes: [MISTAKES.shares]});
    const labs = grade.labs.map(lab => ({...lab, scenarios: lab.scenarios.map(one => ({
      ...one, ...one.name === 'cut-off' ? {visibility: 'hidden' as const} : {},
      ...one.isHidden ? {text: 'the secret of tests/hidden', reveal: 'nothing' as const} : {},
    }))}));
    const told = {...grade, labs};
    const page = pagesOf([told]).get('feedback/sly.html') ?? '';
    expect(textOf(page)).to.include('What failed is not shown.')
      .and.include('Tests that are not shown here are worth 2.5 further points')
      .and.not.include('the secret').and.not.include('steps down when it returns')
      .and.not.include('students see');
    expect(feedbackOf(told).pointsMost).to.equal(97.5);
  });
});
