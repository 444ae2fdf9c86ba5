/** What `npm test -- <lab>` prints, byte for byte. Read next: golden/report-*.txt. */
import {expect} from 'chai';
import type {LabReportOptions} from '../../../harness/report/lab-report';
import {LabReport} from '../../../harness/report/lab-report';
import {LabFailure} from '../../../harness/world/lab-failure';
import {expectGolden} from './golden';
import {costStory, safetyStory} from './stories';
import {outcome, passed, waiting} from './trace-builder';

const SUBJECT = 'reference (from package.json)';

function printed(
  run: (report: LabReport) => void, options: Partial<LabReportOptions> = {},
): string {
  let text = '';
  const report = new LabReport({
    write: more => {
      text += more;
    },
    plain: false, colour: false, subject: SUBJECT, ...options,
  });
  run(report);
  return text;
}

function lab4(report: LabReport): void {
  report.begin({lab: 4, labName: 'commit'});
  report.result(passed({
    title: 'a majority commits', section: '§5.3', group: 'counting replicas', points: 3,
    shown: outcome({virtualMs: 0, messages: 12, requests: 12}),
  }));
  report.result(passed({
    title: 'half is no majority', section: '§5.3', group: 'counting replicas', seedsRun: 20,
  }));
  report.result(safetyStory());
}

describe('the report of a lab', () => {
  it('shows passes, failures, points and the sum', () => {
    expectGolden(printed(report => {
      lab4(report);
      report.end({tookMs: 812});
    }, {tracePathOf: () => 'traces/figure8.html'}), 'report-lab.txt');
  });

  it('shows several labs, with type errors, in plain ASCII', () => {
    const text = printed(report => {
      lab4(report);
      report.result(costStory());
      report.end({tookMs: 812, typeErrors: [{
        file: 'skeleton/log.ts', line: 12, column: 5,
        text: 'TS2322: Type ‘string’ is not assignable to type ‘number’.',
      }]});
    }, {plain: true});

    expect(text).to.match(/^[\x0a\x20-\x7e]*$/);
    expectGolden(text, 'report-labs-plain.txt');
  });

  it('tells what is not written once a function', () => {
    expectGolden(printed(report => {
      for (let n = 0; n < 9; n++) report.result(waiting('handleRequestVote', 48));
      for (let n = 0; n < 2; n++) report.result(waiting('becomeLeader', 90, {section: '§5.3'}));
      report.result(passed({lab: 5, labName: 'election', title: 'a leader sends nothing twice'}));
      report.end({tookMs: 40});
    }, {subject: 'skeleton (from package.json)'}), 'report-not-written.txt');
  });

  it('prints tests that are no scenarios', () => {
    expectGolden(printed(report => {
      const path = ['the virtual clock', 'when it is paused'];
      report.plainTest({path, title: 'fires nothing', state: 'passed'});
      report.plainTest({path: path.slice(0, 1), title: 'orders by time', state: 'failed',
        error: Object.assign(new Error('wrong text'), {
          actual: 'a\nb\n', expected: 'a\nc\n', stack: '',
        })});
      report.plainTest({path: ['my tests'], title: 'keeps a promise', state: 'failed',
        error: Object.assign(new LabFailure(safetyStory().shown.failure!.parts), {stack: ''})});
      report.plainTest({path: ['the sandbox'], title: 'has no network', state: 'skipped',
        reason: 'needs Linux with bwrap'});
      report.end({tookMs: 5});
    }), 'report-plain-tests.txt');
  });

  it('differs between two runs only in the line that says how long it took', () => {
    const [first, second] = [812, 1313].map(tookMs => printed(report => {
      lab4(report);
      report.end({tookMs});
    }).split('\n'));

    const different = first!.filter((line, position) => line !== second![position]);
    expect(different).to.deep.equal(['Took 0.8 s']);
  });

  it('does not let a title or a log line move the cursor', () => {
    const text = printed(report => {
      report.result(passed({title: 'red \u001b[31m and a bell \u0007'}));
      report.end();
    });

    expect(text).to.not.match(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
