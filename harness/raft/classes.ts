/**
 * Your classes of labs 6 and 7, made once for each life of a server, and who calls them.
 *
 * Paper: §5.2, §7, §8.
 * Promises: a class that is not yours yet is stood in for. What they hand over is held against its
 * contract here, so that a failure can name the function.
 * Given. You need not change this file.
 * Read next: timed-server.ts, disk-interface.ts, service.ts: what your classes are given.
 */
import {ContractError, type GuestContext} from '../host/guest';
import {Applier} from './applier';
import type {Culprit} from './contract';
import type {Changes, Outgoing, PersistenceRules} from './disk-interface';
import {GivenDisk} from './given-disk';
import type {GivenServer, Waiting} from './given-server';
import type {KvAnswer, KvCommand, KvResults} from './kv-messages';
import type {Command, Json, ServerId} from './messages';
import type {RaftService, Service} from './service';
import {requireAnswer} from './service-contract';
import type {Solution} from './solution';
import type {ReadRules, TimingRules} from './timed-server';

/** All boxes share them, and your code can reach them. */
const ANSWER: Culprit = Object.freeze({module: '#solution/persistence', function: 'answer'});
const READ: Culprit = Object.freeze({module: '#solution/reads', function: 'read'});
const HANDLE_REQUEST: Culprit =
  Object.freeze({module: '#solution/kv-server', function: 'handleRequest'});

export class Classes {
  readonly persistence: PersistenceRules;
  readonly timing: TimingRules;
  readonly reads: ReadRules;
  readonly service: Service;
  /** The service, if it is the one that only takes notes. */
  readonly applier: Applier | undefined;
  private readonly disk: GivenDisk;

  constructor(
    private readonly context: GuestContext, private readonly server: GivenServer,
    {KvServer, Persistence, Reads, Timing}: Solution,
  ) {
    this.disk = new GivenDisk(context);
    this.persistence = new Persistence(server, this.disk);
    this.timing = new Timing(server);
    this.reads = new Reads(server);
    server.connect(this.timing, this.reads);
    this.applier = context.settings['service'] === 'kv' ? undefined : this.newApplier();
    this.service = this.applier ?? new KvServer(this.raftService());
  }

  /** Reads first: what they append to the log goes out with the first AppendEntries (§8). */
  leadershipBegan(): void {
    this.reads.leadershipBegan();
    this.timing.leadershipBegan();
  }

  leadershipEnded(): void {
    this.timing.leadershipEnded();
    this.reads.leadershipEnded();
    this.service.leadershipEnded();
  }

  /** @throws ContractError if it sends anything else than all that the rules wanted to send. */
  answer(changes: Changes, outgoing: readonly Waiting[]): void {
    const {rules} = this.server;
    const left = [...outgoing];
    const nothing: unknown = this.persistence.answer(changes, outgoing, (message: Outgoing) => {
      const wanted = takeNext(left, message, outgoing);
      rules.handOver(wanted.culprit, 'returned what cannot be sent:', () =>
        this.context.send(wanted.to, wanted.message));
    });
    rules.refusePromise(nothing, ANSWER);
    const [unsent] = left;
    if (unsent === undefined) return;
    throw new ContractError(
      `answer returned and had not sent ${shown(unsent)}: it sends each message of \`outgoing\`, ` +
        'once, before it returns.', ANSWER);
  }

  /** Whether the state machine may be read now; the promise may be settled many inputs later. */
  async read(): Promise<boolean> {
    const allowed: unknown = await this.reads.read();
    if (typeof allowed === 'boolean') return allowed;
    throw new ContractError(
      `read resolved to ${JSON.stringify(allowed)}: it says true, or false if this server does ` +
        'not lead (harness/raft/timed-server.ts).', READ);
  }

  request(command: KvCommand, respond: (answer: KvAnswer) => void): void {
    let isAnswered = false;
    const nothing: unknown = this.service.handleRequest(command, answer => {
      requireAnswer(answer, this.server.servers);
      if (isAnswered) return;
      isAnswered = true;
      respond(answer);
    });
    // It may be async: then what goes wrong in it later is a rejected promise nobody handles.
    if (nothing instanceof Promise) void nothing;
  }

  sendToClient(to: string, message: {readonly type: 'KvResults'} & KvResults): void {
    this.server.rules.handOver(HANDLE_REQUEST, 'answered what cannot be sent:', () =>
      this.context.send(to, message));
  }

  private newApplier(): Applier {
    const snapshotEvery = this.context.settings['snapshotEvery'];
    return new Applier({
      snapshotEvery: typeof snapshotEvery === 'number' ? snapshotEvery : 0,
      takeSnapshot: (index, data) => this.server.rules.takeSnapshot(index, data),
      log: line => this.server.log(line),
    });
  }

  private raftService(): RaftService {
    const {server, disk} = this;
    const limit = this.context.settings['snapshotBytes'];
    return {
      self: server.self,
      get leaderId(): ServerId | null { return server.state.leaderId; },
      snapshotBytes: typeof limit === 'number' ? limit : null,
      get storedBytes(): number { return disk.bytes; },
      submit: (command: Command) => {
        const index = server.append(command);
        return index === 0 ? null : {index, term: server.state.currentTerm};
      },
      read: () => this.read(),
      takeSnapshot: (index: number, data: Json) => server.rules.takeSnapshot(index, data),
      log: line => server.log(line),
    };
  }
}

/** Takes a message out of those that are still to be sent. Each server gets its own in order. */
function takeNext(
  left: Waiting[], message: Outgoing, outgoing: readonly Waiting[],
): Waiting {
  const place = left.findIndex(one => one === message);
  const wanted = left[place];
  if (wanted === undefined) {
    const isKnown = outgoing.some(one => one === message);
    throw new ContractError(isKnown
      ? `answer sent ${shown(message)} twice: it sends each message of \`outgoing\` once.`
      : 'answer sent a message that is not one of `outgoing`: it hands on what the rules want to ' +
        'send, as it is.', ANSWER);
  }
  const before = left.slice(0, place).find(({to}) => to === wanted.to);
  if (before !== undefined) {
    throw new ContractError(
      `answer sent ${shown(wanted)} before ${shown(before)}, which is older: each server gets ` +
        'its messages in the order of `outgoing`.', ANSWER);
  }
  left.splice(place, 1);
  return wanted;
}

/** 'AppendEntries to S2'. */
function shown({to, message}: Outgoing): string {
  return `${message.type} to ${to}`;
}
