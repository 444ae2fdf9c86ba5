/** Clients are boxes beside the servers: they know the servers, and no server knows them. */
import {expect} from 'chai';
import {Cluster} from '../../../harness/cluster/cluster';
import {RaftWatch} from '../../../harness/cluster/raft-watch';
import type {Host} from '../../../harness/host/box';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {SETTINGS} from '../../../harness/scenario/definition';
import {CALM} from '../../../harness/world/network';
import {World} from '../../../harness/world/world';
import {StudentBoxes} from '../host/student-boxes';

const ASKER = `
  export const servers = context => [...context.servers];
  export const ask = (context, to) => { context.send(to, {ask: true}); };
  export function receive(context, from, message) {
    if (message.ask) context.send(from, {answer: context.self});
  }
`;

describe('a client', () => {
  const host = new InProcessHost();
  after(() => host.close());
  const boxes = (): StudentBoxes => {
    const made = new StudentBoxes({host, id: 'world-asker', text: ASKER, servers: 2});
    made.add('C1');
    return made;
  };

  it('knows the servers, which do not know it, and is answered by those it asks', async () => {
    const world = boxes();
    expect(await world.call('C1', 'servers')).to.deep.equal(['S1', 'S2']);
    expect(await world.call('S1', 'servers')).to.deep.equal(['S1', 'S2']);
    await world.call('C1', 'ask', 'S2');
    await world.runFor(10);

    expect(world.receivedBy('C1')).to.deep.equal(['S2: {"answer":"S2"}']);
  });

  it('has links that are cut and healed by name, each direction by itself', async () => {
    const world = boxes();
    world.world.network.cut('S2', 'C1');
    for (const server of world.servers) await world.call('C1', 'ask', server);
    await world.runFor(10);
    expect(world.receivedBy('S2')).to.deep.equal(['C1: {"ask":true}']);
    expect(world.receivedBy('C1')).to.deep.equal(['S1: {"answer":"S1"}']);
    world.world.network.heal('S2', 'C1');
    await world.call('C1', 'ask', 'S2');
    await world.runFor(10);

    expect(world.receivedBy('C1')).to.have.lengthOf(2);
    expect(world.fates).to.deep.equal(['S2 → C1 cut off']);
  });
});

describe('a divided cluster', () => {
  const SERVERS = ['S1', 'S2', 'S3'];
  const ALL = [...SERVERS, 'C1', 'C2'];
  const silent: Host = {
    name: 'in-process', newBox: () => 1, drop: () => undefined,
    step: inputs => inputs.map(() => []), close: () => Promise.resolve(),
  };

  /** Who can reach whom: 'S1 S2' if both directions work, 'S1 → S2' if only one does. */
  function reachable(act: (cluster: Cluster) => void): readonly string[] {
    const world = new World({host: silent, seed: 1, settings: {}, conditions: CALM});
    const cluster = new Cluster({
      world, watch: new RaftWatch(SERVERS, () => 0), servers: SERVERS, settings: SETTINGS,
      initial: {}, specOf: id => ({id, program: 'none', modules: {}}),
    });
    for (const client of ['C1', 'C2']) {
      world.add({id: client, program: 'none', modules: {}}, SERVERS);
    }
    act(cluster);
    const isOpen = (from: string, to: string): boolean => !world.network.isCut(from, to);
    return ALL.flatMap((one, n) => ALL.slice(n + 1).flatMap(other => {
      if (isOpen(one, other) && isOpen(other, one)) return [`${one} ${other}`];
      if (isOpen(one, other)) return [`${one} → ${other}`];
      return isOpen(other, one) ? [`${other} → ${one}`] : [];
    }));
  }
  const ofClients = ['S1 C1', 'S1 C2', 'S2 C1', 'S2 C2', 'S3 C1', 'S3 C2'];

  const stories: readonly {
    title: string; act: (cluster: Cluster) => void; expected: readonly string[];
  }[] = [
    {
      title: 'leaves clients that are not named connected to every server',
      act: cluster => cluster.partition(['S1', 'S2'], ['S3']),
      expected: ['S1 S2', ...ofClients],
    },
    {
      title: 'leaves a client that is named with the servers of its group',
      act: cluster => cluster.partition(['S1', 'C1'], ['S2', 'S3']),
      expected: ['S1 C1', 'S1 C2', 'S2 S3', 'S2 C2', 'S3 C2'],
    },
    {
      title: 'lets a client be in two groups at once',
      act: cluster => cluster.partition(['S1', 'C1'], ['S2', 'C1'], ['C2']),
      expected: ['S1 C1', 'S2 C1'],
    },
    {
      title: 'forgets the division before',
      act: cluster => {
        cluster.partition(['S1', 'C1'], ['S2', 'S3', 'C2']);
        cluster.partition(['S1', 'S2', 'S3']);
      },
      expected: ['S1 S2', 'S1 S3', 'S2 S3', ...ofClients],
    },
    {
      title: 'still lets clients reach a server that is isolated',
      act: cluster => cluster.isolate('S1'),
      expected: ['S2 S3', ...ofClients],
    },
    {
      title: 'takes all servers from a client that is isolated',
      act: cluster => cluster.isolate('C1'),
      expected: ['S1 S2', 'S1 S3', 'S1 C2', 'S2 S3', 'S2 C2', 'S3 C2'],
    },
    {
      title: 'is healed for one client',
      act: cluster => {
        cluster.partition(['S1', 'C1'], ['S2', 'S3', 'C2']);
        cluster.heal('C1');
      },
      expected: ['S1 C1', 'S2 S3', 'S2 C1', 'S2 C2', 'S3 C1', 'S3 C2'],
    },
    {
      title: 'loses in one direction what a client says, or what it is told',
      act: cluster => {
        cluster.partition(['S1', 'S2', 'S3']);
        cluster.cutOneWay('C1', 'S1');
        cluster.cutOneWay('S2', 'C2');
      },
      expected: [
        'S1 S2', 'S1 S3', 'S1 → C1', 'S1 C2', 'S2 S3', 'S2 C1', 'C2 → S2', 'S3 C1', 'S3 C2',
      ],
    },
  ];
  for (const {title, act, expected} of stories) {
    it(title, () => {
      const found = reachable(act).filter(pair => pair !== 'C1 C2');
      expect(found).to.have.members(expected);
    });
  }
});
