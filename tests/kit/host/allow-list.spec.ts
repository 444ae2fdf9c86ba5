/** What a server may use, and what each of the other things is answered with. */
import {expect} from 'chai';
import type {Host} from '../../../harness/host/box';
import {ALLOWED, PRINTED, REFUSED} from './fixtures/allow-list';
import {StudentBoxes} from './student-boxes';
import {Hosts} from './three-hosts';

function idOf(kind: string, what: string): string {
  return `${kind}-${what.replace(/\W+/g, '-')}`;
}

describe('a server', () => {
  const hosts = new Hosts();
  after(() => hosts.close());
  const both = (): readonly Host[] => [hosts.inProcess, hosts.process];

  for (const {what, text, gives} of ALLOWED) {
    it(`may use ${what}`, async () => {
      for (const host of both()) {
        const boxes = new StudentBoxes({host, id: idOf('allowed', what), text});
        const call = boxes.world.call('S1', 'run', []);
        await boxes.runFor(100);
        expect(call.value === undefined ? undefined : JSON.parse(call.value)).to.deep.equal(gives);
      }
    });
  }

  it('may print, which is shown with its own frames only', async () => {
    for (const host of both()) {
      const boxes = new StudentBoxes({host, id: 'allowed-printing', text: PRINTED});
      await boxes.call('S1', 'run');

      const [votes, error, ...others] = boxes.printedBy('S1');
      expect(votes).to.equal("S1 has 2 votes { of: [ 'S1', 'S2' ] }");
      expect(error).to.equal('Error: seen\n    at run (skeleton/student.ts:4)');
      expect(others.map(line => line.length)).to.deep.equal([5, 1, 19, 2_001]);
    }
  });

  for (const {what, line, says} of REFUSED) {
    it(`may not use ${what}, and is told where it does and what to do instead`, async () => {
      const text = `// '${what}' and 'timers' are named in a comment first.\n${line}\nexport {};\n`;
      for (const host of both()) {
        const boxes = new StudentBoxes({host, id: idOf('refused', what), text});
        const claim = await boxes.call('S1', 'run').then(() => 'nothing', (e: Error) => e.message);
        expect(claim).to.equal(`S1 ${says.replace('@', '(skeleton/student.ts:2)')}`);
      }
    });
  }
});
