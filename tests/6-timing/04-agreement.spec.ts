/**
 * Servers agree on commands while leaders and followers come and go: part 3B of the Go labs.
 *
 * Paper: §5.3; the Go labs' 3B.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {agreeTogether, expectNext, expectNotApplied, offerTo} from './agreement';
import {Traffic} from './cost';
import {electionPause, shortPause} from './pauses';

const BYTES = 5_000;

lab(6, 'timing', () => {
  section('Go labs', '3B', () => {
    scenario('BasicAgree: three servers apply three commands, one after the other', {
      points: 0.25, servers: 3, name: 'basic-agree',
    }, async ({cluster}) => {
      let last = await cluster.one(100, {servers: 3, retry: false});
      for (const command of [200, 300]) {
        expectNotApplied(cluster, command);
        const index = await cluster.one(command, {servers: 3, retry: false});
        expectNext(last, index, command);
        last = index;
      }
    });

    scenario('RPCBytes: each command crosses to each follower about once', {
      points: 0.25, servers: 3, name: 'rpc-bytes',
    }, async scene => {
      const {cluster} = scene;
      let last = await cluster.one(99, {servers: 3, retry: false});
      const traffic = new Traffic(scene);
      for (let n = 0; n < 10; n++) {
        const command = `${n}`.repeat(BYTES);
        const index = await cluster.one(command, {servers: 3, retry: false});
        expectNext(last, index, command);
        last = index;
      }

      traffic.expectAtMost('bytes', {
        most: 3 * 10 * BYTES + 50_000, what: '10 commands of 5000 bytes to 2 followers',
      });
    });

    scenario('FollowerFailure: agreement without one follower, and none without both', {
      points: 0.25, servers: 3, name: 'follower-failure',
    }, async ({cluster}) => {
      await cluster.one(101, {servers: 3, retry: false});
      const leader = await cluster.checkOneLeader();
      const [one] = cluster.others(leader);
      cluster.isolate(one!);
      await cluster.one(102, {servers: 2, retry: false});
      await electionPause(cluster);
      const last = await cluster.one(103, {servers: 2, retry: false});

      const second = await cluster.checkOneLeader();
      cluster.isolate(...cluster.others(second));
      const {index} = await cluster.submit(second, 104);
      expectNext(last, index, 104);
      await electionPause(cluster);
      await electionPause(cluster);
      expectNotApplied(cluster, 104);
    });

    scenario('LeaderFailure: agreement after one leader is gone, and none after two are', {
      points: 0.25, servers: 3, name: 'leader-failure',
    }, async ({cluster}) => {
      await cluster.one(101, {servers: 3, retry: false});
      const first = await cluster.checkOneLeader();
      cluster.isolate(first);
      await cluster.one(102, {servers: 2});
      await electionPause(cluster);
      await cluster.one(103, {servers: 2});

      const second = await cluster.checkOneLeader();
      cluster.isolate(first, second);
      await offerTo(cluster, cluster.servers, 104);
      await electionPause(cluster);
      await electionPause(cluster);
      expectNotApplied(cluster, 104);
    });

    scenario('FailAgree: a follower that was away catches up', {
      points: 0.25, servers: 3, name: 'fail-agree',
    }, async ({cluster}) => {
      await cluster.one(101, {servers: 3, retry: false});
      const leader = await cluster.checkOneLeader();
      const [away] = cluster.others(leader);
      cluster.isolate(away!);
      for (const command of [102, 103]) await cluster.one(command, {servers: 2, retry: false});
      await electionPause(cluster);
      for (const command of [104, 105]) await cluster.one(command, {servers: 2, retry: false});

      cluster.heal();
      await cluster.one(106, {servers: 3});
      await electionPause(cluster);
      await cluster.one(107, {servers: 3});
    });

    scenario('FailNoAgree: no agreement while three of five followers are away', {
      points: 0.25, servers: 5, name: 'fail-no-agree',
    }, async ({cluster}) => {
      const agreed = await cluster.one(10, {servers: 5, retry: false});
      const leader = await cluster.checkOneLeader();
      cluster.isolate(...cluster.others(leader).slice(0, 3));
      const {index} = await cluster.submit(leader, 20);
      expectNext(agreed, index, 20);
      await electionPause(cluster);
      await electionPause(cluster);
      expectNotApplied(cluster, 20);

      cluster.heal();
      await shortPause(cluster);
      await cluster.submit(await cluster.checkOneLeader(), 30);
      await cluster.one(1_000, {servers: 5});
    });

    scenario('ConcurrentStarts: commands submitted at one moment are all committed', {
      points: 0.25, servers: 3, name: 'concurrent-starts',
    }, async ({cluster}) => {
      await agreeTogether(cluster, {count: 5});
    });

    scenario('Rejoin: a leader that was cut off gives up what it could not commit', {
      points: 0.25, servers: 3, name: 'rejoin',
    }, async ({cluster}) => {
      await cluster.one(101, {servers: 3});
      const first = await cluster.checkOneLeader();
      cluster.isolate(first);
      for (const command of [102, 103, 104]) await cluster.offer(first, command);
      await cluster.one(103, {servers: 2});

      const second = await cluster.checkOneLeader();
      cluster.partition(cluster.others(second));
      await cluster.one(104, {servers: 2});
      cluster.heal();
      await cluster.one(105, {servers: 3});
    });

    scenario('Backup: leaders come back with many entries that no one else has', {
      points: 0.25, servers: 5, name: 'backup',
    }, async ({cluster, isFullLength}) => {
      const count = isFullLength ? 50 : 20;
      await cluster.one('first', {servers: 5});
      const first = await cluster.checkOneLeader();
      const [companion, ...three] = cluster.others(first);
      cluster.partition([first, companion!]);
      for (let n = 0; n < count; n++) await cluster.offer(first, `lost ${n}`);
      await shortPause(cluster);

      cluster.partition(three);
      for (let n = 0; n < count; n++) await cluster.one(`kept ${n}`, {servers: 3});
      const second = await cluster.checkOneLeader();
      const other = three.find(server => server !== second)!;
      cluster.partition(three.filter(server => server !== other));
      for (let n = 0; n < count; n++) await cluster.offer(second, `lost too ${n}`);
      await shortPause(cluster);

      cluster.partition([first, companion!, other]);
      for (let n = 0; n < count; n++) await cluster.one(`kept too ${n}`, {servers: 3});
      cluster.heal();
      await cluster.one('last', {servers: 5});
    });

    scenario('Count: requests are few, for an election, for ten commands, and for none', {
      points: 0.25, servers: 3, name: 'count',
    }, async scene => {
      const {cluster} = scene;
      const traffic = new Traffic(scene);
      await cluster.checkOneLeader();
      await shortPause(cluster);
      traffic.expectAtMost('requests', {most: 30, what: 'the first election among 3 servers'});

      await agreeTogether(cluster, {count: 11, traffic});
      traffic.expectAtMost('requests', {
        most: (10 + 1 + 3) * 3, what: '10 commands to 2 followers',
      });

      traffic.restart();
      await electionPause(cluster);
      traffic.expectAtMost('requests', {most: 3 * 20, what: 'a second in which nothing happens'});
    });
  });
});
