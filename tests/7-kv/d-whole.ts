/**
 * Whole servers in boxes: the student's driver and transport around all the labs before.
 *
 * Clients are played by the test: a call goes to one server, and its answer comes, or does not.
 * Read next: harness/host/runtime-whole-guest.ts, the box.
 */
import type {KvAnswer, KvOperation, KvOutcome} from '../../harness/raft/kv-messages';
import type {Scene} from '../../harness/scenario/definition';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Call} from '../../harness/world/calls';

/** How long a client waits for an answer before it asks the next server. */
const PATIENCE_MS = 300;
/** How long a cluster with a majority may take to answer, elections included. */
const DEADLINE_MS = 10_000;

const WHY = 'A majority is up and its connections can be opened (§5.4.3): then an operation is ' +
  'done, however many servers have crashed and come back.';

const HINT = 'Do the tests of the transport and of the driver all pass? If so: which server ' +
  'hears whom, after the last crash?';

export class WholeCluster {
  private readonly servers = ['S1', 'S2', 'S3'];
  /** Whom the last operation was answered by. */
  private leader = 'S1';

  constructor(private readonly scene: Scene) {
    for (const server of this.servers) scene.addBox('wholeServer', server, this.servers);
  }

  /** Whom the last operation was answered by. */
  get lastAnswerBy(): string {
    return this.leader;
  }

  /** Asks one server after the other until one answers. @throws LabFailure if none does */
  async perform(operation: KvOperation): Promise<KvOutcome> {
    const {world} = this.scene;
    const beganAtMs = world.nowMs;
    while (world.nowMs < beganAtMs + DEADLINE_MS) {
      const call = this.ask(this.leader, operation);
      await world.run(world.nowMs + PATIENCE_MS, () => call.done);
      const answer = answerOf(call);
      if (answer?.ok === true) return answer.outcome;
      const at = this.servers.indexOf(this.leader);
      this.leader = answer?.leaderHint ?? this.servers[(at + 1) % this.servers.length]!;
      if (answer !== undefined || call.error !== undefined) await world.run(world.nowMs + 20);
    }
    throw new LabFailure({
      kind: 'progress',
      claim: `No answer to ${JSON.stringify(operation)} within ${DEADLINE_MS}ms of virtual time.`,
      facts: this.servers.map(server => (
        {who: server, what: world.isUp(server) ? 'is up' : 'has crashed'}
      )),
      why: {source: 'course notes', text: WHY}, hint: HINT,
    });
  }

  /** Gives one server many operations at once, and waits until `count` of them are done. */
  async performMany(
    operations: readonly KvOperation[], count: number,
  ): Promise<readonly boolean[]> {
    const {world} = this.scene;
    const calls = operations.map(operation => this.ask(this.leader, operation));
    const isDone = (call: Call): boolean => answerOf(call)?.ok === true;
    await world.run(world.nowMs + DEADLINE_MS, () => calls.filter(isDone).length >= count);
    return calls.map(isDone);
  }

  crash(server: string): void {
    const {world} = this.scene;
    world.act(`crash ${server}`);
    world.crash(server);
    for (const other of this.servers) {
      if (world.isUp(other)) world.call(other, 'break', {other: server});
    }
  }

  restart(server: string): void {
    this.scene.world.act(`restart ${server}`);
    this.scene.world.boot(server);
  }

  private ask(server: string, operation: KvOperation): Call {
    return this.scene.world.call(server, 'request', {session: null, operation});
  }
}

function answerOf({value}: Call): KvAnswer | undefined {
  return value === undefined ? undefined : JSON.parse(value) as KvAnswer;
}
