/**
 * Tests that cheat gain nothing: they learn nothing of a log but what it does.
 */
import {expect} from 'chai';
import path from 'node:path';
import type {BatchEffects, BoxInput} from '../../../../harness/host/box';
import {ProcessHost} from '../../../../harness/host/process-host';
import type {ProcessHostOptions} from '../../../../harness/host/process-host';
import {ALL, BROKEN, CORRECT, Submission, resultOf} from './both-ways';
import type {Implementation} from './both-ways';
import {ASKS_FOR_MORE, PATCHES, PRIES, USELESS, failsNowAndThen} from './hostile-texts';

async function graded(
  text: string, among: readonly Implementation[], orderSeed = 1,
): ReturnType<Submission['graded']> {
  const submission = new Submission(text);
  try {
    return await submission.graded(among, {orderSeed});
  } finally {
    submission.dispose();
  }
}

/** A host that notes which logs are served on it. */
class Telling extends ProcessHost {
  constructor(options: ProcessHostOptions, private readonly order: string[]) {
    super(options);
  }

  override step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    for (const {spec} of batch) {
      if (spec !== undefined) this.order.push(spec.modules['#solution/log']?.shownAs ?? '');
    }
    return super.step(batch);
  }
}

const few = [CORRECT[0]!, BROKEN[0]!];

describe('students\' tests that cheat', function () {
  this.timeout(240_000);

  it('see the same of every log', async () => {
    const told = [...CORRECT, ...BROKEN.slice(0, 3)].map(one => ({...one, isCorrect: true}));
    const runs = await graded(PRIES, told);
    const [first] = runs;

    expect(first?.failed[0]?.said).to.match(/^Error: \d{5,} false$/);
    for (const run of runs) expect(run).to.deep.equal(first);
  });

  for (const [what, text] of Object.entries(ASKS_FOR_MORE)) {
    it(`are ended when they ask for ${what}`, async () => {
      const [run] = await graded(text, few.slice(0, 1));

      expect(run?.stopped?.message, run?.failed[0]?.said).to.be.a('string');
    });
  }

  for (const [what, text] of Object.entries(USELESS)) {
    it(`gain nothing when they ${what}`, async () => {
      const {isAccepted, found} = resultOf(await graded(text, few), few);

      expect(isAccepted && found.length > 0).to.equal(false);
    });
  }

  for (const asks of [false, true]) {
    it(`are refused when they do not do the same each time${asks ? ', whatever they ask' : ''}`,
      async () => {
        const among = [...CORRECT, ...BROKEN.slice(0, 2)];
        const submission = new Submission('');
        const text = failsNowAndThen(path.join(submission.folder, 'memory'), {asks});
        const runs = await graded(text, among);
        submission.dispose();

        for (const {stopped} of runs) expect(stopped?.message).to.match(/do not do the same each/);
      });
  }

  it('gain nothing by changing what everything is made of', async () => {
    const {isAccepted, found} = resultOf(await graded(PATCHES, few), few);

    expect(isAccepted && found.length > 0).to.equal(false);
  });

  it('are not run for ever', async () => {
    const submission = new Submission(USELESS['end their process']!);
    let started = 0;
    const runs = await submission.graded(ALL, {newTestsHost: options => {
      started++;
      return new ProcessHost(options);
    }});
    submission.dispose();

    expect(started).to.equal(6);
    expect(runs.every(({stopped}) => stopped !== undefined)).to.equal(true);
  });

  it('tell nothing in words of a broken log', async () => {
    const [correct, broken] = await graded(USELESS['fail always']!, few);

    expect(correct?.failed[0]?.said).to.equal('AssertionError: expected 1 to equal 2');
    expect(broken?.failed).to.deep.equal([{title: '', said: '', frames: []}]);
  });

  it('meet logs in an order that the seed draws', async () => {
    const orders = new Set<string>();
    for (const orderSeed of [1, 2, 3]) {
      const submission = new Submission(USELESS['pass always']!);
      const order: string[] = [];
      await submission.graded(ALL.slice(0, 4), {
        orderSeed, newServingHost: options => new Telling(options, order),
      });
      submission.dispose();
      orders.add(order.join());
      expect(order.slice().sort()).to.deep.equal(
        ALL.slice(0, 4).map(({source}) => source.shownAs).sort());
    }

    expect(orders.size).to.be.above(1);
  });
});
