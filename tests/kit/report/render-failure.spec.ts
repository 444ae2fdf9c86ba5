/** The text of each kind of failure, byte for byte. Read next: golden/*.txt. */
import {expect} from 'chai';
import {PLAIN} from '../../../harness/report/look';
import {FIRST_LINES, renderFailure} from '../../../harness/report/render-failure';
import type {ScenarioResult} from '../../../harness/scenario/outcome';
import {expectGolden} from './golden';
import {contractStory, costStory, kitStory, progressStory, safetyStory} from './stories';
import {TraceBuilder, failed} from './trace-builder';

const STORIES: Readonly<Record<string, () => ScenarioResult>> = {
  safety: safetyStory, progress: progressStory, contract: contractStory, cost: costStory,
  kit: kitStory,
};
const UNICODE = {plain: false, colour: false};

function textOf(result: ScenarioResult, look = UNICODE): string {
  return `${renderFailure(result, {...look, tracePath: 'traces/it.html'}).join('\n')}\n`;
}

describe('the text of a failure', () => {
  for (const [kind, story] of Object.entries(STORIES)) {
    it(`of kind ${kind} is as in its golden file`, () => {
      expectGolden(textOf(story()), `failure-${kind}.txt`);
    });

    it(`of kind ${kind} begins as its kind does`, () => {
      const [first] = textOf(story()).split('\n');
      expect(first).to.match(FIRST_LINES[kind as keyof typeof FIRST_LINES]);
    });
  }

  it('is ASCII when it is to be plain', () => {
    const text = textOf(safetyStory(), PLAIN);

    expect(text).to.match(/^[\x0a\x20-\x7e]*$/);
    expectGolden(text, 'failure-safety-plain.txt');
  });

  it('says the same with colours', () => {
    const coloured = textOf(safetyStory(), {plain: false, colour: true});

    expect(coloured).to.include('\u001b[31m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).to.equal(textOf(safetyStory()));
  });

  it('is at most 38 lines of 95 characters, however much there is to say', () => {
    const long = 'very long words '.repeat(60);
    const facts = Array.from({length: 40}, (_, n) => ({who: `S${n}`, what: long, atMs: n}));
    const story = new TraceBuilder();
    for (let n = 0; n < 100; n++) story.at(n).add({kind: 'act', text: long});
    const lines = renderFailure(failed({
      kind: 'safety', claim: long, facts, why: {source: '§5', text: long}, hint: long.slice(0, 300),
      stack: facts.map(() => 'f (skeleton/log.ts:1)'),
    }, {
      trace: story.trace, conditions: long.slice(0, 300), needs: ['loss'],
      servers: facts.map(({who}) => ({id: who, role: 'leader', log: '1 '.repeat(200)})),
    }), UNICODE);

    expect(lines.length).to.be.at.most(38);
    expect(Math.max(...lines.map(line => line.length))).to.be.at.most(95);
    expect(lines.join('\n')).to.include('Replay  npx flotilla replay 4-figure8-7f3a');
  });
});
