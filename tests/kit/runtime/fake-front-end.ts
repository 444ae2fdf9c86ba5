/**
 * A client connection without a network: bytes go in and out, and the server is played by a test.
 */
import {Duplex} from 'node:stream';
import type net from 'node:net';
import {ClientConnection} from '../../../harness/runtime/client-connection';
import type {Asked, Client, FrontEnd} from '../../../harness/runtime/command';
import type {StatusNow} from '../../../harness/runtime/server-status';
import type {KvOperation, KvOutcome} from '../../../harness/raft/kv-messages';

interface Question {
  readonly operation: KvOperation;
  answer(asked: Asked): void;
}

export class FakeFrontEnd implements FrontEnd {
  readonly self = 'S1';
  readonly clusterId = 'c1';
  readonly startedAtMs = Date.now();
  readonly clients = new Set<Client>();
  readonly addresses = Object.fromEntries(['S1', 'S2', 'S3'].map((id, n) =>
    [id, {host: '127.0.0.1', port: 7001 + n, serverPort: 17_001 + n}]));
  /** What was asked and is not answered. */
  readonly questions: Question[] = [];
  state: StatusNow = {
    role: 'leader', currentTerm: 3, leaderId: 'S1', commitIndex: 9, logFrom: 5, logTo: 10,
  };
  private readonly stream: Duplex;
  private received = '';

  constructor() {
    const stream: Duplex = this.stream = new Duplex({
      read: () => undefined,
      write: (bytes: Buffer, _encoding, done) => {
        this.received += bytes.toString('latin1');
        done();
      },
    });
    const socket = Object.assign(stream, {setNoDelay: () => stream}) as Duplex as net.Socket;
    this.clients.add(new ClientConnection(7, socket, this));
  }

  /** Sends a request and returns at once. */
  send(...words: readonly string[]): void {
    const request = words.map(word => `$${word.length}\r\n${word}\r\n`).join('');
    this.sendBytes(`*${words.length}\r\n${request}`);
  }

  sendBytes(bytes: string): void {
    this.stream.push(Buffer.from(bytes, 'latin1'));
  }

  /** Everything that was replied since the last call, when all that can be done is done. */
  async replies(): Promise<string> {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    const {received} = this;
    this.received = '';
    return received;
  }

  /** One request and its reply, where no question is left open. */
  async reply(...words: readonly string[]): Promise<string> {
    this.send(...words);
    return this.replies();
  }

  /** Answers the oldest question. */
  done(outcome: KvOutcome): KvOperation {
    return this.answer({kind: 'done', outcome});
  }

  answer(asked: Asked): KvOperation {
    const question = this.questions.shift();
    if (question === undefined) throw new Error('nothing was asked');
    question.answer(asked);
    return question.operation;
  }

  get hasEnded(): boolean {
    return this.stream.writableEnded;
  }

  status(): StatusNow {
    return this.state;
  }

  leaderKnownLast(): string {
    return this.state.leaderId ?? 'S2';
  }

  file(): {readonly bytes: number; readonly syncs: number} {
    return {bytes: 123, syncs: 4};
  }

  ask(operation: KvOperation): Promise<Asked> {
    return new Promise(answer => this.questions.push({operation, answer}));
  }

  inTurn<Result>(_key: string, work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}
