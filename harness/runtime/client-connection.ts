/**
 * One Redis client: its requests in, their replies out in the same order.
 *
 * Promises: requests that were sent in one go run beside each other where no client could tell (see
 * CommandKind), and replies that are ready in one turn of the event loop leave in one write. A
 * client that does not read its replies is not read from.
 * Read next: front-end.ts.
 */
import type net from 'node:net';
import {clusterCommands} from './cluster-commands';
import {RefusedRequest, wrongNumberOfWords} from './command';
import type {Client, Command, CommandKind, FrontEnd} from './command';
import {connectionCommands} from './connection-commands';
import {keyCommands, kindOf} from './key-commands';
import {encodeReply} from './resp-replies';
import type {ProtocolVersion, Reply} from './resp-replies';
import {ProtocolError, RequestReader} from './resp-requests';
import type {Words} from './resp-requests';
import {serverCommands} from './server-commands';

const ALL: readonly Command[] = [
  ...keyCommands, ...connectionCommands, ...serverCommands(() => ALL), ...clusterCommands,
];
const BY_NAME: ReadonlyMap<string, Command> = new Map(ALL.map(one => [one.name, one]));

/** Requests of one client that may be unanswered before no more are read. */
const UNANSWERED_MOST = 10_000;
/** Bytes of replies that may be unread. */
const UNREAD_BYTES_MOST = 16 * 1024 * 1024;

interface Request {
  readonly words: Words;
  readonly kind: CommandKind;
  /** Encoded, once there is one. */
  reply: string | undefined;
}

export class ClientConnection implements Client {
  readonly connectedAtMs = Date.now();
  readonly address: string;
  readonly localAddress: string;
  lastCommand = 'NULL';
  name = '';
  library = {name: '', version: ''};
  /** Of the protocol; HELLO changes it, for its own reply and those after it. */
  version: ProtocolVersion = 2;
  private readonly reader = new RequestReader(words => this.take(words));
  /** All that have no reply yet or whose reply has not left, oldest first. */
  private readonly unanswered: Request[] = [];
  /** Those of `unanswered` that have not begun. */
  private readonly queued: Request[] = [];
  private underWay = 0;
  private kindUnderWay: CommandKind = 'alone';
  private isLeaving = false;
  private willFlush = false;

  constructor(
    readonly id: number, private readonly socket: net.Socket, private readonly server: FrontEnd,
  ) {
    this.address = `${socket.remoteAddress}:${socket.remotePort}`;
    this.localAddress = `${socket.localAddress}:${socket.localPort}`;
    // A reply waits for nothing: what belongs together is put together here.
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.read(bytes));
    socket.on('drain', () => this.paceReading());
    socket.on('error', () => socket.destroy());
  }

  leave(): void {
    this.isLeaving = true;
  }

  private read(bytes: Buffer): void {
    try {
      this.reader.push(bytes);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.answerLast(`ERR Protocol error: ${error.message}`);
    }
    this.begin();
    this.paceReading();
  }

  private take(words: Words): void {
    // QUIT was the last word, whatever came with it.
    if (this.isLeaving) return;
    const command = BY_NAME.get((words[0] ?? '').toLowerCase());
    const kind = command === undefined ? 'local' : kindOf(command, words);
    const request: Request = {words, kind, reply: undefined};
    this.unanswered.push(request);
    this.queued.push(request);
  }

  /** What cannot be understood is the end of a conversation, when all before it is answered. */
  private answerLast(error: string): void {
    this.isLeaving = true;
    this.unanswered.push(
      {words: [], kind: 'local', reply: encodeReply({error}, this.version)});
    this.flushSoon();
  }

  /** Begins what may run now. */
  private begin(): void {
    for (let next = this.queued[0]; next !== undefined; next = this.queued[0]) {
      const {kind} = next;
      const mustWait = this.underWay > 0 && kind !== 'local' &&
        (kind === 'alone' || kind !== this.kindUnderWay);
      if (mustWait) return;
      this.queued.shift();
      this.start(next);
    }
  }

  private start(request: Request): void {
    const answer = (reply: Reply): void => {
      request.reply = encodeReply(reply, this.version);
      this.flushSoon();
    };
    let reply: Reply | Promise<Reply>;
    try {
      reply = this.run(request.words);
    } catch (error) {
      reply = replyTo(error);
    }
    if (!(reply instanceof Promise)) return answer(reply);
    this.underWay++;
    this.kindUnderWay = request.kind;
    void reply.catch(replyTo).then(settled => {
      this.underWay--;
      answer(settled);
      // What had to wait for this one may run now.
      this.begin();
      this.paceReading();
    });
  }

  private run(words: Words): Reply | Promise<Reply> {
    const [first = '', ...rest] = words;
    const command = BY_NAME.get(first.toLowerCase());
    if (command === undefined) {
      throw new RefusedRequest(`ERR unknown command '${first.slice(0, 128)}'`);
    }
    this.lastCommand = command.name;
    const {arity, name} = command;
    if (arity >= 0 ? words.length !== arity : words.length < -arity) {
      throw wrongNumberOfWords(name);
    }
    return command.run({server: this.server, client: this, words: rest});
  }

  private flushSoon(): void {
    if (this.willFlush) return;
    this.willFlush = true;
    setImmediate(() => {
      this.willFlush = false;
      this.flush();
    });
  }

  /** Only from the front: a reply that is ready may not overtake an earlier one. */
  private flush(): void {
    let text = '';
    let count = 0;
    for (const {reply} of this.unanswered) {
      if (reply === undefined) break;
      text += reply;
      count++;
    }
    this.unanswered.splice(0, count);
    if (count > 0) this.socket.write(text, 'latin1');
    if (this.isLeaving && this.unanswered.length === 0) this.socket.end();
  }

  /** The system's own buffers then make the client wait. */
  private paceReading(): void {
    const isBehind = this.unanswered.length > UNANSWERED_MOST ||
      this.socket.writableLength > UNREAD_BYTES_MOST;
    if (isBehind === this.socket.isPaused()) return;
    if (isBehind) this.socket.pause();
    else this.socket.resume();
  }
}

/** Anything but a refusal is a bug of ours, and ends the process. */
function replyTo(error: unknown): Reply {
  if (error instanceof RefusedRequest) return {error: error.message};
  throw error;
}
