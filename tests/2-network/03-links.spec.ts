/**
 * Tables of links: which a partition cuts, and when a cut stops a message.
 *
 * Paper: §2. `groups` are written as in the course notes: 'S1 S2 | S3'.
 */
import {lab, section, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import {NetworkScript} from './network-script';
import {ASKED_TWICE, CUT, UNNAMED_IS_ALONE} from './rules';

interface PartitionCase extends Row {
  readonly groups: string;
  readonly reach: Readonly<Record<string, string>>;
}

const alone = {S1: 'S1', S2: 'S2', S3: 'S3', S4: 'S4'};
const all = 'S1 S2 S3 S4';
const partitions: readonly PartitionCase[] = [
  {groups: 'S1 S2 | S3 S4', reach: {S1: 'S1 S2', S2: 'S1 S2', S3: 'S3 S4', S4: 'S3 S4'},
    because: 'each group keeps its own links'},
  {groups: 'S1 | S2 S3 S4', reach: {S1: 'S1', S2: 'S2 S3 S4', S3: 'S2 S3 S4', S4: 'S2 S3 S4'},
    because: 'a group of one is alone'},
  {groups: 'S2 S4', reach: {...alone, S2: 'S2 S4', S4: 'S2 S4'},
    because: 'servers in no group are alone, each of them'},
  {groups: 'S1 S2 S3 S4', reach: {S1: all, S2: all, S3: all, S4: all},
    because: 'one group of all cuts nothing'},
  {groups: '', reach: alone, because: 'no group at all leaves everybody alone'},
];

interface CutCase extends Row {
  /** The link when the message is sent, in between, and when it is due. */
  readonly sent: 'whole' | 'cut';
  readonly between: 'whole' | 'cut';
  readonly due: 'whole' | 'cut';
  readonly arrives: boolean;
}

const cuts: readonly CutCase[] = [
  {sent: 'cut', between: 'cut', due: 'cut', arrives: false, because: 'cut all the way'},
  {sent: 'cut', between: 'cut', due: 'whole', arrives: false, because: 'sent into a cut link'},
  {sent: 'cut', between: 'whole', due: 'whole', arrives: false,
    because: 'nothing waits for a link to be mended'},
  {sent: 'whole', between: 'cut', due: 'cut', arrives: false, because: 'cut while on its way'},
  {sent: 'cut', between: 'whole', due: 'cut', arrives: false, because: 'cut at both ends'},
  {sent: 'whole', between: 'cut', due: 'whole', arrives: true, because: 'whole at both instants'},
];

lab(2, 'network', () => {
  section('§2', 'partitions', () => {
    table('a partition cuts the links between groups', {
      points: 0.25, module: 'network', name: 'partition',
    }, partitions, async (scene, {groups, reach}) => {
      const network = new NetworkScript(scene, {servers: 4});

      network.partition(groups === '' ? [] : groups.split(' | ').map(group => group.split(' ')));

      const named = groups.split(/[ |]+/).filter(Boolean).length;
      await network.expectReach(reach, named === 4 ? CUT : UNNAMED_IS_ALONE);
    });
  });

  section('§2', 'a message on a link that is cut and healed', () => {
    table('a link is looked at when a message is sent and when it is due', {
      points: 0.25, module: 'network', name: 'cut-when',
    }, cuts, async (scene, {sent, between, due, arrives}) => {
      const network = new NetworkScript(scene, {servers: 2});
      const makeLink = (state: 'whole' | 'cut'): void =>
        state === 'cut' ? network.cutOneWay('S1', 'S2') : network.heal();
      network.setDelay(20);

      makeLink(sent);
      network.send('S1', 'S2', 'a');
      network.advance(5);
      makeLink(between);
      network.advance(10);
      makeLink(due);
      network.advance(5);
      network.heal();
      network.advance(20);

      const messages = arrives ? ['a'] : [];
      await network.expectReceived('S2', {from: 'S1', messages}, ASKED_TWICE);
    });
  });
});
