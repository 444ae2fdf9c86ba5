/** The reporter under a mocha of its own, run inside this one. */
import {expect} from 'chai';
import {FlotillaReporter} from '../../../harness/report/mocha-reporter';
import type {FlotillaTest, ReporterOptions} from '../../../harness/report/mocha-reporter';
import {costStory} from './stories';
import {passed} from './trace-builder';

const {default: Mocha} = require('mocha') as {default: typeof import('mocha')};

type Body = (this: Mocha.Context) => void;

/** Runs tests with the reporter, and returns what it printed and how many mocha says failed. */
async function run(
  tests: Readonly<Record<string, Body>>, options: ReporterOptions = {},
): Promise<{text: string; failures: number}> {
  let text = '';
  const mocha = new Mocha({
    reporter: FlotillaReporter,
    reporterOptions: {plain: true, ...options, write: (more: string) => {
      text += more;
    }},
  });
  mocha.suite.emit('pre-require', {} as never, '', mocha);
  const suite = Mocha.Suite.create(mocha.suite, 'a group');
  for (const [title, body] of Object.entries(tests)) suite.addTest(new Mocha.Test(title, body));
  const failures = await new Promise<number>(resolve => {
    mocha.run(resolve);
  });
  return {text: text.replace(/Took .* s\n/, ''), failures};
}

function carrying(result: FlotillaTest['flotilla']): Body {
  return function () {
    Object.assign(this.test ?? {}, {flotilla: result});
    if (result?.verdict !== 'passed') throw new Error('see the result');
  };
}

describe('the mocha reporter', () => {
  it('prints scenarios as scenarios and other tests as tests', async () => {
    const {text, failures} = await run({
      one: carrying(passed({title: 'a scenario that passes'})),
      two: carrying(costStory()),
      three: () => undefined,
      four: () => {
        throw new Error('the cat is out');
      },
    });

    expect(failures).to.equal(2);
    expect(text).to.include('ok a scenario that passes');
    expect(text).to.include('FAIL 1) a leader never commits').and.to.include('Too many RPCs: 412');
    expect(text).to.include('  ok three').and.to.include('the cat is out');
    expect(text).to.match(/ at .*\(?tests\/kit\/report\/mocha-reporter\.spec\.ts:\d+/);
    expect(text).to.not.include('node_modules').and.not.include('node:internal');
    expect(text.trimEnd().split('\n').at(-1)).to.equal('2 passed, 2 failed');
  });

  it('lists what was skipped, with the reason', async () => {
    const {text} = await run({
      linux() {
        Object.assign(this.test ?? {}, {skipReason: 'needs Linux'});
        this.skip();
      },
      other: () => undefined,
    });

    expect(text).to.match(/Skipped:\n +a group - linux +needs Linux\n/);
    expect(text.trimEnd().split('\n').at(-1)).to.equal('1 passed, 0 failed, 1 skipped');
  });

  it('waits for type errors', async () => {
    const {text} = await run({one: () => undefined}, {
      typeErrors: async () => [{file: 'skeleton/log.ts', line: 1, column: 2, text: 'TS1: wrong'}],
    });

    expect(text).to.include('1 type error, told beside the tests:\n');
    expect(text).to.include('  skeleton/log.ts:1:2  TS1: wrong');
  });
});
