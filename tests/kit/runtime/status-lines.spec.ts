/**
 * What a person sees of a running cluster, with and without a terminal.
 */
import {expect} from 'chai';
import type {ServerView} from '../../../harness/runtime/cluster';
import {StatusLines} from '../../../harness/runtime/status-lines';

const HEADINGS = 'server  port   pid      role       term  log              commitIndex';

function server(n: number, more: Partial<ServerView> = {}): ServerView {
  return {
    id: `S${n}`, address: {host: '127.0.0.1', port: 7000 + n, serverPort: 17_000 + n},
    pid: 100 + n, isUp: true, willRestart: false, reportedAtMs: Date.now(),
    status: {
      role: 'follower', currentTerm: 3, leaderId: 'S1', commitIndex: 40, logFrom: 12, logTo: 41,
    },
    ...more,
  };
}

const FOLLOWER = 'S2      7002   102      follower   3     12-41            40';

describe('the lines of a running cluster', () => {
  it('are printed when something has changed that matters, where nobody watches', () => {
    let text = '';
    let views = [server(2)];
    const lines = new StatusLines({write: more => { text += more; }}, () => views, false);
    lines.tell({kind: 'up', server: 'S2', pid: 102});
    lines.begin();
    expect(text).to.equal(`${HEADINGS}\n${FOLLOWER}\n`);
    text = '';
    views = [server(2, {status: {...views[0]!.status!, commitIndex: 41}})];
    lines.tell({kind: 'status', server: 'S2'});
    expect(text).to.equal('');
    views = [server(2, {pid: null, isUp: false, status: undefined})];
    lines.tell({kind: 'killed', server: 'S2', pid: 102});
    expect(text).to.equal('S2 was killed (process 102), and starts again soon\n' +
      'S2      7002   -        down       -     -                -\n');
    lines.end();
  });

  it('are drawn over in place, below what stays, where somebody does', () => {
    let text = '';
    let views = [server(2)];
    const screen = {columns: 60, write: (more: string) => { text += more; }};
    const lines = new StatusLines(screen, () => views, true);
    lines.begin();
    const block = `${HEADINGS.slice(0, 60)}\n${FOLLOWER.slice(0, 60)}\n`;
    expect(text).to.equal(block);
    text = '';
    lines.tell({kind: 'log', server: 'S1', line: 'hello'});
    expect(text).to.equal(`\u001b[2A\u001b[JS1  hello\n${block}`);
    text = '';
    views = [server(2, {reportedAtMs: Date.now() - 60_000})];
    lines.end();
    expect(text).to.match(/^\u001b\[2A\u001b\[J.*\nS2 +7002 +102 +silent/);
  });
});
