/**
 * Students' tests in a sandbox, with a log that is served from outside of it.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {findSandbox} from '../../../../harness/grade/sandbox/sandbox';
import {ProcessHost} from '../../../../harness/host/process-host';
import {root} from '../../../../harness/host/register.js';
import {ServedTests} from '../../../../harness/scenario/served-tests';
import type {StudentTestsRun} from '../../../../harness/scenario/student-tests';
import {BROKEN, CORRECT, HEAD, Submission, asked, resultOf} from './both-ways';

const AMONG = [...CORRECT, ...BROKEN.filter(({source}) => /lends|never/.test(source.shownAs))];

/** Looks for logs in all files that it can read. */
const SEARCHES = `${HEAD}
const outside = (() => 1).constructor('return globalThis')() as typeof globalThis;
const fs = outside.process.getBuiltinModule('fs') as never as typeof import('node:fs');
it('searches', () => {
  const found: string[] = [];
  const visit = (folder: string): void => {
    let entries: import('node:fs').Dirent[] = [];
    try {
      entries = fs.readdirSync(folder, {withFileTypes: true});
    } catch { /* shut */ }
    for (const entry of entries) {
      const name = folder + '/' + entry.name;
      if (entry.isDirectory() && entry.name !== 'node_modules') visit(name);
      if (/sound-log|as-text|never-cuts|proc/.test(name)) found.push(name);
    }
  };
  visit('');
  throw new Error('found ' + found.join());
});
`;

async function sandboxed(text: string): Promise<{
  readonly runs: readonly StudentTestsRun[]; readonly isSecure: boolean;
}> {
  const submission = new Submission(text);
  const sandbox = await findSandbox({slot: 150});
  try {
    const stage = await sandbox.open(submission.folder);
    await stage.compile();
    const served = new ServedTests({
      newTestsHost: options => stage.newHost(options),
      newServingHost: options => new ProcessHost(options), orderSeed: 4,
    });
    const runs: StudentTestsRun[] = [];
    for (const {source} of AMONG) runs.push(await served.run(stage.subject, asked(source, AMONG)));
    return {runs, isSecure: sandbox.report.isSecure};
  } finally {
    await sandbox.close();
    submission.dispose();
  }
}

describe('students\' tests in a sandbox', function () {
  this.timeout(120_000);

  it('reach a log that is served from outside of it', async () => {
    const reference = path.join(root, 'reference/tests/log.test.ts');
    const {runs} = await sandboxed(fs.readFileSync(reference, 'utf8'));

    expect(resultOf(runs, AMONG)).to.deep.equal({
      isAccepted: true, found: ['lends-entries.ts', 'never-cuts.ts'],
    });
  });

  it('find no log there', async function () {
    const {runs, isSecure} = await sandboxed(SEARCHES);
    if (!isSecure) this.skip();

    expect(runs[0]?.failed[0]?.said).to.equal('Error: found ');
  });
});
