/**
 * Stories of servers that are cut off, of one-way cuts, and of healing.
 *
 * Paper: §2.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {NetworkScript} from './network-script';
import {CUT, CUTS_ADD_UP, HAS_ARRIVED, HEALED, HEAL_IS_FOR_LINKS, ONE_WAY} from './rules';

lab(2, 'network', () => {
  section('§2', 'cut and heal', () => {
    scenario('a server that is cut off reaches itself only, and nobody reaches it', {
      points: 0.15, module: 'network', name: 'cut-off',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 3});

      network.cutOff('S2');
      await network.expectReach({S1: 'S1 S3', S2: 'S2', S3: 'S1 S3'}, CUT);

      network.heal();
      await network.expectReach({S1: 'S1 S2 S3', S2: 'S1 S2 S3', S3: 'S1 S2 S3'}, HEALED);
    });

    scenario('a one-way cut cuts one way', {
      points: 0.2, module: 'network', name: 'one-way',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 3});

      network.cutOneWay('S1', 'S2');

      await network.expectReach({S1: 'S1 S3', S2: 'S1 S2 S3', S3: 'S1 S2 S3'}, ONE_WAY);
    });

    scenario('cuts add up, and heal takes all of them back', {
      points: 0.15, module: 'network', name: 'cuts-add-up',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 4});

      network.cutOneWay('S1', 'S2');
      network.cutOneWay('S1', 'S3');
      network.partition([['S1', 'S2', 'S3'], ['S4']]);
      await network.expectReach(
        {S1: 'S1', S2: 'S1 S2 S3', S3: 'S1 S2 S3', S4: 'S4'}, CUTS_ADD_UP);

      network.partition([['S1', 'S2', 'S4'], ['S3']]);
      network.cutOff('S4');
      await network.expectReach({S1: 'S1', S2: 'S1 S2', S3: 'S3', S4: 'S4'}, CUTS_ADD_UP);

      network.heal();
      const all = 'S1 S2 S3 S4';
      await network.expectReach({S1: all, S2: all, S3: all, S4: all}, HEALED);
    });

    scenario('what has arrived is received, whatever is cut afterwards', {
      points: 0.05, module: 'network', name: 'arrived-before-cut',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.send('S1', 'S2', 'a');
      network.advance(0);

      network.cutOff('S2');

      await network.expectReceived('S2', {from: 'S1', messages: ['a']}, HAS_ARRIVED);
    });

    scenario('healing changes links and nothing else', {
      points: 0.05, module: 'network', name: 'heal-keeps-faults',
    }, async scene => {
      const network = new NetworkScript(scene, {servers: 2});
      network.setDuplication(1);
      network.setDelay(10);
      network.setReordering({reorderProbability: 1, delayMsMin: 5, delayMsMax: 5});
      network.cutOff('S2');
      network.heal();

      network.send('S1', 'S2', 'twice');
      network.advance(14);
      await network.expectNothing('S2', HEAL_IS_FOR_LINKS);
      network.advance(1);
      await network.expectReceived(
        'S2', {from: 'S1', messages: ['twice', 'twice']}, HEAL_IS_FOR_LINKS);

      network.setLoss(1);
      network.heal();
      network.send('S1', 'S2', 'lost');
      network.advance(15);
      await network.expectNothing('S2', HEAL_IS_FOR_LINKS);
    });
  });
});
