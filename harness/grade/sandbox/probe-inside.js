/**
 * Runs inside a confinement and tries what a submission must not be able to do.
 *
 * One line of JSON comes in: a file that is not for it, a port and a process outside, the folder it
 * lies in. One line goes out: which of its tries succeeded.
 */
'use strict';
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const {secret, port, pid, folder} = JSON.parse(fs.readFileSync(0, 'utf8'));

function succeeds(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** Memory that is asked for and never touched would cost nothing, so each page is. */
function allocate() {
  for (let mb = 0, kept = []; mb < 400; mb += 50) kept.push(Buffer.alloc(50 * 1024 * 1024, 1));
}

const deeds = {
  reads: succeeds(() => fs.readFileSync(secret)),
  writes: succeeds(() => fs.writeFileSync(path.join(folder, 'written'), '')),
  signals: succeeds(() => process.kill(pid, 0)),
  allocates: succeeds(allocate),
};
const say = connects => {
  fs.writeSync(1, `${JSON.stringify({...deeds, connects})}\n`);
  process.exit(0);
};
net.connect(port, '127.0.0.1').on('connect', () => say(true)).on('error', () => say(false));
