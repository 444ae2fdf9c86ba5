/**
 * One appointed leader after the other, while messages are lost and followers crash.
 *
 * Read next: 01-two-authors.spec.ts.
 */
import type {Scene} from '../../../harness/scenario';

/** Each leader is of a later term, and has a few commands and little time. */
export async function changeLeaders(
  {cluster, chance, allows}: Scene, {terms}: {readonly terms: number},
): Promise<void> {
  for (let term = 1; term <= terms; term++) {
    const leader = chance.pick(cluster.servers);
    await cluster.appoint(leader, {term});
    const crashed = chance.pick(cluster.others(leader));
    const crashes = chance.happens(0.4) && allows('crash');
    if (crashes) cluster.crash(crashed);
    for (let round = chance.between(0, 6); round > 0; round--) {
      for (let n = chance.between(0, 3); n > 0; n--) {
        await cluster.offer(leader, `${leader} says ${term}, ${round}, ${n}`);
      }
      await cluster.replicate(leader);
      await cluster.runFor(chance.between(0, 60));
    }
    if (crashes) await cluster.restart(crashed);
  }
}

/** A last leader, in a calm network: all logs become its own. */
export async function endUnder(
  {cluster, chance}: Scene, {term}: {readonly term: number},
): Promise<void> {
  const last = chance.pick(cluster.servers);
  await cluster.appoint(last, {term});
  await cluster.submit(last, 'the last word');
  cluster.calm();
  await cluster.deliver();
  for (let round = 0; round < 2; round++) await cluster.replicateAndDeliver(last);

  cluster.expectSameLogs(last, cluster.others(last));
}
