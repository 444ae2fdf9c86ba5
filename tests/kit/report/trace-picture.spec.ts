/** The picture is one file that needs nothing else and hides nothing. */
import {expect} from 'chai';
import {tracePicture} from '../../../harness/report/trace-picture';
import {safetyStory} from './stories';
import {TraceBuilder, failed, passed} from './trace-builder';

const NASTY = '</title><script>alert("x")</script>&\u001b[2J';

describe('the picture of a trace', () => {
  it('needs no scripts, no network and no other file', () => {
    const page = tracePicture(safetyStory());

    expect(page).to.not.match(/<script|<link|<img|<iframe|@import|src=|href=|\bon\w+=/);
    expect(page).to.not.match(/https?:|url\([^#]/);
  });

  it('shows the claim, its facts and every step', () => {
    const page = tracePicture(safetyStory());

    expect(page).to.include('<h1 class="failed">State Machine Safety is broken: S1 and S5 applied');
    expect(page).to.include('npx flotilla replay 4-figure8-7f3a');
    expect(page).to.include('prefers-color-scheme: dark');
    for (const text of ['RequestVote term=5 last=2/3', 'test: restart S1', 'commitIndex 1 → 2']) {
      expect(page).to.include(text);
    }
  });

  it('tells by shape what became of a message', () => {
    const page = tracePicture(safetyStory());
    const count = (mark: string): number => page.split(`<line class="${mark}"`).length - 1;

    // One more of each stands in the legend.
    expect(count('lost')).to.equal(2 + 1);
    expect(count('sent again')).to.equal(1 + 1);
    expect(count('open')).to.equal(1 + 1);
    expect(page).to.include('×2').and.to.include('class="crash" d=');
  });

  it('escapes whatever a server wrote', () => {
    const story = new TraceBuilder().boot(['S1']).send('S1', 'S2', {type: NASTY})
      .effect('S1', {kind: 'log', line: NASTY});
    const page = tracePicture(failed({
      kind: 'safety', claim: NASTY, facts: [{who: NASTY, what: NASTY}],
    }, {trace: story.trace}));

    expect(page).to.not.include('<script').and.to.not.include('\u001b');
  });

  it('closes every element it opens', () => {
    const page = tracePicture(safetyStory()).replace(/<style>[^]*?<\/style>/, '');
    const open: string[] = [];
    for (const [, closing, name, rest] of page.matchAll(/<(\/?)([a-z]\w*)([^>]*)>/g)) {
      if (closing === '/') expect(name).to.equal(open.pop());
      else if (!rest!.endsWith('/') && name !== 'meta') open.push(name!);
    }
    expect(open).to.deep.equal([]);
  });

  it('is the same for the same run', () => {
    expect(tracePicture(safetyStory())).to.equal(tracePicture(safetyStory()));
  });

  it('can also show a run that passed', () => {
    const story = new TraceBuilder().boot(['S1', 'S2']).timer('S1').changed('S1', {currentTerm: 1});

    expect(tracePicture(passed(), story.trace)).to.include('<h1 class="passed">Passed: a leader');
  });
});
