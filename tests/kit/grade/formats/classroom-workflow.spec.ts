/**
 * The ready workflows for GitHub Classroom: nothing a student controls is run, or in reach of a
 * secret.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {root} from '../../../../harness/host/register.js';
import {flotilla} from '../../cli/run-flotilla';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | boolean>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, {
    readonly env?: Readonly<Record<string, string>>; readonly steps: readonly Step[];
  }>>;
}

const folder = path.join(root, 'examples/grading/classroom');
const read = (name: string): Workflow =>
  parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Workflow;

function stepsOf({jobs}: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({steps}) => steps);
}

describe('the workflows for GitHub Classroom', () => {
  const grading = read('grade-classroom.yml');
  const practice = read('practice.yml');

  for (const [name, workflow] of Object.entries({grading, practice})) {
    it(`may only read, and leave no credentials behind: ${name}`, () => {
      expect(workflow.permissions).to.deep.equal({contents: 'read'});
      const checkouts = stepsOf(workflow).filter(({uses}) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.length).to.be.greaterThan(0);
      for (const {with: inputs} of checkouts) {
        expect(inputs?.['persist-credentials']).to.equal(false);
      }
    });

    it(`put no expression into a script: ${name}`, () => {
      for (const {run} of stepsOf(workflow)) expect(run ?? '').to.not.include('${{');
    });

    it(`hand each result to the reporter by the name it reads: ${name}`, () => {
      const reporter = stepsOf(workflow).find(({uses}) => uses?.includes('grading-reporter'));
      const runners = String(reporter?.with?.['runners']).split(',');
      expect(Object.entries(reporter?.env ?? {})).to.deep.equal(runners.map(id =>
        [`${id.toUpperCase()}_RESULTS`, `\${{ steps.${id}.outputs.result }}`]));
      expect(stepsOf(workflow).map(({id}) => id)).to.include.members(runners);
    });
  }

  it('keep secrets from every step that runs something of a student\'s', () => {
    expect(JSON.stringify([grading.env, grading.jobs['grade']?.env])).to.not.include('secrets.');
    const withSecrets = stepsOf(grading).filter(step => JSON.stringify(step).includes('secrets.'));
    expect(withSecrets.map(({name}) => name)).to.deep.equal([
      'Find the repositories', 'Take the submission', 'Ask when it was handed in',
      'Tell the student',
    ]);
    for (const {run} of withSecrets) {
      expect(run ?? '').to.not.match(/\b(node|npm|npx)\b|submission/);
    }
    expect(JSON.stringify(practice)).to.not.include('secrets.');
  });

  it('are started by nothing that a student does to the instructor\'s repository', () => {
    expect(Object.keys(grading.on as object)).to.deep.equal(['schedule', 'workflow_dispatch']);
  });

  it('use options that grade-one has, and nothing in the folder of the submission', () => {
    const grade = stepsOf(grading).find(({id}) => id === 'flotilla');
    const {out} = flotilla(['grade-one', '--help']);
    const options = (grade?.run ?? '').match(/(?<=\s)--[a-z-]+/g) ?? [];
    expect(options).to.include.members(['--format', '--require-sandbox']);
    for (const option of options) expect(out).to.include(`${option} `);
    for (const {run, uses} of stepsOf(grading)) {
      expect(`${run}${uses}`).to.not.match(/\bcd submission|\.\/submission|working-directory/);
    }
  });
});
