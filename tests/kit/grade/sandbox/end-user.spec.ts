/** Ending what a user runs, on a machine whose PATH leads anywhere. */
import {expect} from 'chai';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {endUser, isRoot} from '../../../../harness/grade/sandbox/place';

/** Nobody's. */
const USER = 1_878_099_999;

describe('ending the processes of a user', () => {
  before(function needsRoot() {
    if (!isRoot()) this.skip();
  });

  it('takes its tools from where systems keep them', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-path-'));
    const mark = path.join(folder, 'mark');
    for (const tool of ['setpriv', 'kill']) {
      fs.writeFileSync(path.join(folder, tool), `#!/bin/sh\necho > ${mark}\n`, {mode: 0o755});
    }
    fs.chmodSync(folder, 0o777);
    const {PATH = ''} = process.env;
    process.env['PATH'] = `${folder}:${PATH}`;
    try {
      endUser(USER);
    } finally {
      process.env['PATH'] = PATH;
    }
    expect(fs.existsSync(mark)).to.equal(false);
    fs.rmSync(folder, {recursive: true});
  });

  it('says so where it cannot', () => {
    const {spawnSync} = childProcess;
    childProcess.spawnSync = ((_command: string, given: readonly string[], options: object) =>
      spawnSync('/no/such/tool', given, options)) as typeof spawnSync;
    try {
      expect(() => endUser(USER)).to.throw(/^cannot end a user's processes: .*ENOENT/);
    } finally {
      childProcess.spawnSync = spawnSync;
    }
  });
});
