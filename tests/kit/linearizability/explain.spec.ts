/** What a person is told about a violation. Read next: golden/*.txt. */
import {expect} from 'chai';
import fc from 'fast-check';
import {citations, isInThePaper} from '../../../harness/checks/paper-sections';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {explain} from '../../../harness/linearizability/explain';
import type {ExplainOptions} from '../../../harness/linearizability/explain';
import {kvModel} from '../../../harness/linearizability/kv-model';
import {registerModel} from '../../../harness/linearizability/register-model';
import {FIRST_LINES, renderFailure} from '../../../harness/report/render-failure';
import type {FailureParts} from '../../../harness/world/lab-failure';
import {failed} from '../report/trace-builder';
import {FaultyStore} from './faulty-store';
import type {Mistake} from './faulty-store';
import {generateHistory} from './generated-history';
import {expectGolden} from './golden';
import {kvHistory, registerHistory} from './hand-made';
import type {KvOperation} from './hand-made';
import {smallHistories} from './small-histories';
import {STORIES} from './told-stories';

/** Servers that have applied more or less, as a scenario would tell it. */
const applied: ExplainOptions['applied'] = ({atMs, key}) => [
  {who: 'S1', what: `had applied indexes 1 to 5; ${key} = "a"`, atMs},
  {who: 'S2', what: `had applied indexes 1 to 6; ${key} = "b"`, atMs},
  {who: 'S3', what: `had applied indexes 1 to 6; ${key} = "b"`, atMs},
];

function told(history: readonly KvOperation[], options: ExplainOptions = {}): FailureParts {
  const parts = explain(kvModel, checkLinearizable(kvModel, history), options);
  if (parts === null) throw new Error('there is nothing to tell');
  return parts;
}

function textOf(parts: FailureParts): string {
  const result = failed(parts, {token: '7-partitions-s7-v0.1.0'}, {lab: 7, labName: 'kv'});
  return `${renderFailure(result, {plain: false, colour: false}).join('\n')}\n`;
}

describe('the explanation of a violation', () => {
  for (const [name, lines] of Object.entries(STORIES)) {
    it(`is as in its golden file: ${name}`, () => {
      const options = name === 'stale-read' ? {applied} : {};
      const parts = told(kvHistory(...lines), options);

      expectGolden(textOf(parts), `${name}.txt`);
      expect(parts.claim).to.match(FIRST_LINES.safety);
      for (const cited of citations(`${parts.why?.source} ${parts.hint}`)) {
        expect(isInThePaper(cited), cited).to.equal(true);
      }
    });
  }

  it('of what could not be decided is the kit\'s failure, and golden too', () => {
    const history = generateHistory({operations: 100, clients: 20, keys: 1, unknowns: 30}, 1);
    const verdict = checkLinearizable(kvModel, history, {memoLimit: 1_000});
    const parts = explain(kvModel, verdict);
    if (parts === null) throw new Error('there is nothing to tell');

    expect(parts.kind).to.equal('kit');
    expectGolden(textOf(parts), 'undecided.txt');
  });

  it('of a right history is none', () => {
    expect(explain(kvModel, checkLinearizable(kvModel, []))).to.equal(null);
  });

  it('speaks of a register in its own words', () => {
    const history = registerHistory('C1 1-2 write 5', 'C2 3-4 read -> 0');
    const parts = explain(registerModel, checkLinearizable(registerModel, history));

    expect(parts?.claim).to.equal('Linearizability is broken: C2\'s read returned 0 at t=4ms, ' +
      'after C1\'s write 5 had returned at t=2ms.');
  });

  it('leaves room for seven servers, and has ten lines at most', () => {
    const history = generateHistory({operations: 150, clients: 8, keys: 1}, 3)
      .map((each, n) => n === 100 ? {...each, output: 'nonsense'} : each);
    const servers = Array.from({length: 7}, (_, n) => ({who: `S${n + 1}`, what: 'had applied 1'}));
    const stale = kvHistory(...STORIES['stale-read'] ?? []);
    for (const each of [history, stale]) {
      const {claim, facts = []} = told(each, {applied: () => servers});
      const [client = ''] = /C\d+/.exec(claim) ?? [];

      expect(facts.length).to.equal(10);
      expect(facts.slice(-7)).to.deep.equal(servers);
      expect(facts.map(({who}) => who)).to.include(client);
    }
  });

  it('is the same every time, of at most ten lines, and true to its form', () => {
    const shape = {keys: ['x'], most: 9, unknowns: 10};
    fc.assert(fc.property(smallHistories(shape), history => {
      const verdict = checkLinearizable(kvModel, history);
      const parts = explain(kvModel, verdict);
      expect(explain(kvModel, verdict)).to.deep.equal(parts);
      if (parts === null) return;
      expect(parts.claim).to.match(FIRST_LINES.safety);
      expect(parts.facts?.length).to.be.within(1, 10);
    }), {seed: 7, numRuns: 1_000});
  }).timeout(20_000);
});

interface Recognised {
  readonly mistake: Mistake;
  readonly words: RegExp;
  /** Of those that show, the share that must be told in these words. */
  readonly share: number;
}

const RECOGNISED: readonly Recognised[] = [
  {mistake: 'stale', words: /returned .*, after C\d+'s .* had returned/, share: 0.9},
  {mistake: 'lost', words: /had never happened|, after C\d+'s .* had returned/, share: 0.6},
  {mistake: 'twice', words: /had taken effect twice/, share: 0.8},
];

describe('a mistake is recognised', () => {
  for (const {mistake, words, share} of RECOGNISED) {
    it(`in histories of 15 clients: ${mistake}`, () => {
      const shape = {
        operations: 1_000, clients: 15, keys: 10, unknowns: 3,
        kinds: ['get', 'append'] as const,
      };
      const claims = Array.from({length: 30}, (_, seed) => {
        const store = new FaultyStore(mistake, 0.005, seed);
        const verdict = checkLinearizable(kvModel, generateHistory(shape, seed, store));
        return explain(kvModel, verdict)?.claim ?? null;
      }).filter(claim => claim !== null);

      expect(claims.length).to.be.at.least(10);
      const recognised = claims.filter(claim => words.test(claim));
      expect(recognised.length / claims.length).to.be.at.least(share);
    }).timeout(20_000);
  }
});
