/**
 * A client that the test plays: it asks whom it likes, as often as it likes, and hears everything.
 *
 * Its first request with a serial and the first outcome it hears for it count as an operation like
 * those of other clients, so the history must be linearizable with them too.
 * Paper: §8.
 * Read next: c-02-sessions.spec.ts.
 */
import {refuseBox} from '../../harness/cluster/border';
import type {KvAnswer, KvMessage, KvOperation, KvOutcome} from '../../harness/raft/kv-messages';
import type {ServerId} from '../../harness/raft/messages';
import {ruleBrokenByResults} from '../../harness/raft/service-contract';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';
import {expectOutcome, inWords, nameOf} from './c-operations';

/** What a server has answered, and when. */
export interface Answer {
  readonly from: ServerId;
  readonly answer: KvAnswer;
  readonly atMs: number;
}

/** One operation; the same serial again is a retry of it. */
export interface Asking {
  readonly serial: number;
  readonly operation: KvOperation;
}

interface Question {
  readonly operation: KvOperation;
  readonly historyId: number;
  readonly answers: Answer[];
}

const WITHIN_MS = 10_000;

export class PlayedClient {
  private readonly questions = new Map<number, Question>();

  /** @param name its clientId, and how the trace calls it. */
  constructor(private readonly scene: Scene, readonly name = 'ann') {
    const {world} = scene;
    scene.addBox('silent', name, []);
    world.observe({
      effect: (box, effect) => {
        if (effect.kind === 'send' && effect.to === name) this.hear(box, effect.message);
      },
    });
  }

  /** Sends a request, which arrives at this instant. */
  ask(server: ServerId, {serial, operation}: Asking): void {
    const {world, clients} = this.scene;
    if (!this.questions.has(serial)) {
      const historyId = clients.history.invoked(this.name, operation, world.nowMs);
      this.questions.set(serial, {operation, historyId, answers: []});
    }
    world.act(`${this.name} asks ${server}, #${serial}: ${inWords(operation)}`);
    const request: KvMessage = {type: 'KvRequest', clientId: this.name, serial, operation};
    world.deliver(this.name, server, JSON.stringify(request));
  }

  /** What was answered so far to one of its questions. */
  answers(serial: number): readonly Answer[] {
    return this.questions.get(serial)?.answers ?? [];
  }

  /** Asks, and waits for an outcome, one more than before. @throws LabFailure 'progress' */
  async perform(server: ServerId, question: Asking): Promise<KvOutcome> {
    const before = this.timesDone(question.serial);
    this.ask(server, question);
    await this.waitFor(question.serial, before + 1);
    return this.lastOutcome(question.serial);
  }

  /** The same, and the outcome must be this one. */
  async expect(
    server: ServerId, question: Asking,
    {outcome, because}: {readonly outcome: KvOutcome; readonly because: Because},
  ): Promise<void> {
    const found = await this.perform(server, question);
    expectOutcome({
      who: this.name, operation: question.operation, outcome: found,
      atMs: this.scene.world.nowMs,
    }, outcome, because);
  }

  /** Every server that says it was done says the same: it was done once. */
  expectOneOutcome(serial: number, because: Because): void {
    const done = this.answers(serial).filter(({answer}) => answer.ok);
    const [first] = done;
    const other = done.find(({answer}) => JSON.stringify(answer) !== JSON.stringify(first?.answer));
    const operation = this.questions.get(serial)?.operation;
    if (first === undefined || other === undefined || operation === undefined) return;
    const facts = [first, other].map(({from, answer, atMs}) =>
      ({who: from, what: `answered ${JSON.stringify(answer)}`, atMs}));
    throw new LabFailure({
      kind: 'contract',
      claim: `${nameOf(this.name)} was given two outcomes of one ${inWords(operation)} — it was ` +
        'asked for once, and retried.',
      facts, why: because,
    });
  }

  /** Waits until it has heard so many outcomes. */
  async waitFor(serial: number, times = 1): Promise<void> {
    const {world} = this.scene;
    const isDone = await world.run(world.nowMs + WITHIN_MS, () => this.timesDone(serial) >= times);
    if (isDone) return;
    const operation = this.questions.get(serial)?.operation;
    throw new LabFailure({
      kind: 'progress',
      claim: `No outcome for ${this.name}, which asked for ` +
        `${operation === undefined ? 'nothing' : inWords(operation)}, within ${WITHIN_MS}ms of ` +
        'virtual time.',
    });
  }

  /** Whether a server has said that it was done. */
  isDone(serial: number): boolean {
    return this.timesDone(serial) > 0;
  }

  private timesDone(serial: number): number {
    return this.answers(serial).filter(({answer}) => answer.ok).length;
  }

  /** @throws LabFailure 'contract' if a server has said that it was done. */
  expectNotDone(serial: number, rule: string, because: Because): void {
    const done = this.answers(serial).find(({answer}) => answer.ok);
    const operation = this.questions.get(serial)?.operation;
    if (done === undefined || operation === undefined) return;
    const {from, answer, atMs} = done;
    throw new LabFailure({
      kind: 'contract',
      claim: `${from} answered ${this.name}'s ${inWords(operation)} with ` +
        `${JSON.stringify(answer.ok ? answer.outcome : null)} — ${rule}.`,
      facts: [{who: from, what: `answered ${JSON.stringify(answer)}`, atMs}],
      why: because,
    });
  }

  private lastOutcome(serial: number): KvOutcome {
    const last = this.answers(serial).findLast(({answer}) => answer.ok)?.answer;
    if (last?.ok === true) return last.outcome;
    throw new Error(`${this.name} has no outcome of its question ${serial}`);
  }

  private hear(from: string, text: string): void {
    const message = JSON.parse(text) as KvMessage;
    const {cluster, clients, world} = this.scene;
    const rule = ruleBrokenByResults(message, cluster.servers);
    if (rule !== undefined) {
      refuseBox({id: from, atMs: world.nowMs}, {did: `sent ${this.name}`, what: message, rule});
    }
    if (message.type !== 'KvResults') return;
    const {type, clientId, serial, ...answer} = message;
    const question = this.questions.get(serial);
    if (question === undefined) return;
    if (answer.ok && !this.isDone(serial)) {
      clients.history.returned(question.historyId, answer.outcome, world.nowMs);
    }
    question.answers.push({from, answer, atMs: world.nowMs});
  }
}
