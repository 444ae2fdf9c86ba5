/**
 * The given half of a client: it hands your KvClient what it is asked for, and what servers send.
 *
 * Paper: §8.
 * Promises: your class is made once in each life of a client, with the servers there are; then it
 * is called for one operation at a time, and for each KvResults that arrives, in any order.
 * Does not: try again, or choose a server. That is yours.
 * Given. You need not change this file.
 * Read next: kv-messages.ts; skeleton/kv-client.ts.
 */
import {KvClient} from '#solution/kv-client';
import type {Guest, GuestContext} from '../host/guest';
import {isMethod, outcomeOf, requireSendable} from './client-contract';
import type {KvMessage} from './kv-messages';
import type {Json, ServerId} from './messages';
import type {KvClientRules} from './service';

/** Starts a client. It has no disk: a client that starts anew knows nothing of its former life. */
export function boot(context: GuestContext): Guest {
  return new ClientProgram(context);
}

/** How long a client waits for results, if nobody says how long. */
const REQUEST_TIMEOUT_MS = 200;

class ClientProgram implements Guest {
  private readonly client: KvClientRules;

  constructor(private readonly context: GuestContext) {
    const {self, servers, settings: {requestTimeoutMs}} = context;
    this.client = new KvClient({
      self,
      servers,
      requestTimeoutMs: typeof requestTimeoutMs === 'number' ? requestTimeoutMs
        : REQUEST_TIMEOUT_MS,
      send: (to, message) => this.send(to, message),
      log: line => context.log(line),
    });
  }

  /** Without its `type`: what a server sends is held against the contract where it is sent. */
  receive(from: ServerId, message: Json): void {
    const {type, ...results} = message as KvMessage;
    if (type === 'KvResults' && 'ok' in results) this.client.receive(from, results);
    else this.context.log(`ignores a message of unknown type: ${JSON.stringify(message)}`);
  }

  /**
   * An operation is asked for: `{key}`, and `value` and `expected` where it has them. The call is
   * answered when your promise is resolved, perhaps many inputs later. What goes wrong on the way
   * is a rejected promise nobody handles, which the box reports as a fault.
   */
  call(callId: number, name: string, given: Json): void {
    if (!isMethod(name)) {
      this.context.reject(callId, `a client has no method '${name}'`);
      return;
    }
    void outcomeOf(this.client, name, given as object)
      .then(outcome => this.context.result(callId, outcome));
  }

  private send(to: ServerId, message: KvMessage): void {
    requireSendable(to, message, this.context.servers);
    this.context.send(to, message);
  }
}
