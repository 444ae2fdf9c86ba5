/** A sandbox shows in nothing: what a submission comes to is the same with it and without. */
import {expect} from 'chai';
import path from 'node:path';
import {ProcessHost} from '../../../../harness/host/process-host';
import {root} from '../../../../harness/host/register.js';
import {findLab} from '../../../../harness/scenario/labs';
import {registry} from '../../../../harness/scenario/registry';
import {resultOf} from '../../../../harness/scenario/results';
import type {ScenarioResult} from '../../../../harness/scenario/outcome';
import type {ResultOptions} from '../../../../harness/scenario/results';
import {ShutIn} from './shut-in';

const samples = path.join(root, 'harness/grade/samples');
/** As many as show every kind of verdict, some on several seeds. */
const SCENARIOS = 12;

describe('a result', function result() {
  this.timeout(120_000);
  let shutIn: ShutIn;

  before(async function start() { shutIn = await ShutIn.start(this); });
  after(async () => { await shutIn?.close(); });

  async function resultsOf(
    lab: string, {subject, host}: Pick<ResultOptions, 'subject' | 'host'>,
  ): Promise<readonly ScenarioResult[]> {
    const all = registry.scenariosOf(findLab(lab));
    const every = Math.floor(all.length / SCENARIOS);
    const results: ScenarioResult[] = [];
    for (const definition of all.filter((_, n) => n % every === 0)) {
      results.push(await resultOf(definition, {subject, host, together: 4, explain: false}));
    }
    await host.close();
    return results;
  }

  const rows = [
    {name: 'cleo-votes-for-everybody', lab: 'election', verdict: 'failed'},
    {name: 'eli-throws', lab: 'replication', verdict: 'failed'},
    {name: 'dara-endless-loop', lab: 'commit', verdict: 'not written'},
    {name: 'ada-complete', lab: 'election', verdict: 'passed'},
  ] as const;
  for (const {name, lab, verdict} of rows) {
    it(`is the same for ${name}, to the byte`, async () => {
      const folder = path.join(samples, name);
      const stage = await shutIn.sandbox.open(folder);
      await stage.compile();
      const shut = await resultsOf(lab, {subject: stage.subject, host: stage.newHost()});
      const subject = {name: 'skeleton', folder};
      const plain = await resultsOf(lab, {subject, host: new ProcessHost()});
      expect(JSON.stringify(shut)).to.equal(JSON.stringify(plain));
      expect(new Set(shut.map(one => one.verdict))).to.include(verdict);
      await stage.close();
    });
  }
});
