/** A worker and what it starts stay on one core, and two workers on two. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {findTool} from '../../../../harness/grade/sandbox/confinement';
import {root} from '../../../../harness/host/register.js';

/** On which cores a process may run that was started by one kept to the place's core. */
function coresOf(place: number): string {
  const {stdout, stderr} = spawnSync(process.execPath, ['-e', `
    require(${JSON.stringify(path.join(root, 'harness/host/register.js'))});
    const {stayOnOneCore} =
      require(${JSON.stringify(path.join(root, 'harness/grade/sandbox/one-core.ts'))});
    stayOnOneCore(${place + 100});
    stayOnOneCore(${place});
    process.stdout.write(require('node:child_process')
      .execFileSync('grep', ['Cpus_allowed_list', '/proc/self/status'], {encoding: 'utf8'}));
  `], {encoding: 'utf8'});
  return stdout.split(':')[1]?.trim() ?? stderr;
}

describe('a worker that stays on one core', () => {
  before(function isPossible() {
    const cores = spawnSync('nproc', {encoding: 'utf8'}).stdout;
    if (!fs.existsSync(findTool('taskset')) || Number(cores) < 2) this.skip();
  });

  it('starts what it starts there, also when it has had another place', () => {
    const [first, second] = [coresOf(0), coresOf(1)];
    expect(first).to.match(/^\d+$/);
    expect(second).to.match(/^\d+$/);
    expect(second).to.not.equal(first);
  }).timeout(20_000);
});
