/** The small pictures of failing runs. */
import {expect} from 'chai';
import {SaxesParser} from 'saxes';
import {PICTURE_BYTES_MOST, failurePicture} from '../../../../harness/grade/html/failure-picture';
import {progressStory, safetyStory} from '../../report/stories';
import {TraceBuilder, failed, passed} from '../../report/trace-builder';

const SERVERS = ['S1', 'S2', 'S3'];

/** The elements of well-formed XML; anything else throws. */
function elementsOf(svg: string | null): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser({xmlns: true});
  parser.on('opentag', ({name}) => names.push(name));
  parser.on('error', error => {
    throw error;
  });
  parser.write(svg ?? '').close();
  return names;
}

function heartbeat(term: number, entries: readonly object[] = []): object {
  return {
    type: 'AppendEntries', term, leaderId: 'S1', prevLogIndex: 1, prevLogTerm: 1, entries,
    leaderCommit: 1,
  };
}

/** A leader since t=10ms, so many rounds of heartbeats, and then a fact at the end. */
function longStory(rounds: number, entries: (round: number) => readonly object[]): TraceBuilder {
  const story = new TraceBuilder().boot(SERVERS).at(10)
    .changed('S1', {role: 'candidate', currentTerm: 4, votedFor: 'S1'})
    .changed('S1', {role: 'leader'});
  for (let round = 1; round <= rounds; round++) {
    const message = heartbeat(4, entries(round));
    story.at(10 + 50 * round).timer('S1').send('S1', 'S2', message).send('S1', 'S3', message)
      .receive('S2', 'S1', message).receive('S3', 'S1', message);
  }
  return story.at(60 + 50 * rounds).apply('S2', 2, 4, 'z')
    .add({kind: 'note', box: 'S2', text: 'it broke here'});
}

function pictureOf(story: TraceBuilder): string {
  const claim = 'Log Matching is broken: S1 and S2 differ.';
  return failurePicture(failed({kind: 'safety', claim}, {trace: story.trace})) ?? '';
}

describe('the picture of a failure', () => {
  it('is one whole SVG that shows where it broke', () => {
    const svg = failurePicture(safetyStory());
    expect(elementsOf(svg)[0]).to.equal('svg');
    for (const text of ['State Machine Safety broke here', 'test: crash S1', '>S5<', '>L5<']) {
      expect(svg).to.include(text);
    }
  });

  it('needs nothing but itself: no script, no link, no other file', () => {
    const svg = failurePicture(safetyStory()) ?? '';
    expect(new Set(elementsOf(svg))).to.deep.equal(new Set([
      'svg', 'style', 'rect', 'text', 'defs', 'marker', 'path', 'pattern', 'g', 'line', 'circle',
      'tspan',
    ]));
    expect(svg).to.not.match(/\bhref|url\((?!#)|@import|\bon\w+=/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).to.not.include('://');
  });

  it('is the same for the same run', () => {
    expect(failurePicture(safetyStory())).to.equal(failurePicture(safetyStory()));
  });

  it('drops heartbeats before what happened', () => {
    const svg = pictureOf(longStory(200, () => []));
    expect(svg).to.include('>L4<').and.include('t=10ms').and.include('it broke here');
    expect(svg).to.include('t=10010ms').and.not.include('t=5010ms');
  });

  it('is cut to its end when too much happened, with the lanes as they were', () => {
    const svg = pictureOf(longStory(200, round => [{term: 4, command: `put ${round}`}]));
    expect(svg).to.include('t=10010ms').and.not.include('t=1010ms');
    expect(svg).to.match(/<rect class="band leading" x="[\d.]+" y="-\d+"/);
    expect(svg).to.not.include('>L4<');
  });

  it('stays below its size, whatever a server wrote', () => {
    const huge = 'x'.repeat(5000);
    const story = longStory(50, round => (
      Array.from({length: 5}, (_, n) => ({term: 4, command: `${huge} ${round} ${n}`}))
    ));
    for (let n = 0; n < 1000; n++) story.effect('S2', {kind: 'log', line: `${n} ${huge}`});
    const svg = pictureOf(story);
    expect(svg.length).to.be.greaterThan(5000);
    expect(Buffer.byteLength(svg)).to.be.at.most(PICTURE_BYTES_MOST);
    elementsOf(svg);
  });

  it('is well-formed, whatever a server wrote', () => {
    const nasty = ']]></style><script>alert(1)</script>&<!--\u0000\u0008\u000b\u001b\u202e\ud800'
      + '\udc00\ud800x\udc00\ufffe\uffff';
    const story = longStory(1, () => [{term: nasty, command: nasty}]);
    story.effect('S2', {kind: 'log', line: nasty}).effect('S3', {kind: 'send', to: nasty,
      message: JSON.stringify({type: nasty, term: nasty})});
    const svg = pictureOf(story);
    expect(elementsOf(svg)).to.not.include('script');
    expect(svg).to.include('&#60;script&#62;');
  });

  it('ends where it broke, if that was found only later', () => {
    const trace = longStory(3, round => [{term: 4, command: `put ${round}`}]).trace;
    const parts = {kind: 'progress', claim: 'No x within 5ms of virtual time.'} as const;
    const until = failurePicture(failed({...parts, brokeAtMs: 110}, {trace}));
    expect(until).to.include('t=110ms').and.not.include('t=160ms');
  });

  it('is none where there is nothing to draw', () => {
    expect(failurePicture(passed())).to.equal(null);
    const claim = 'Too many RPCs: 9, at most 1 allowed for it.';
    expect(failurePicture(failed({kind: 'cost', claim}))).to.equal(null);
    expect(failurePicture(progressStory())).to.include('<svg');
  });
});
