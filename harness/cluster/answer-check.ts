/**
 * Whether a server answers an operation with an outcome such an operation can have.
 *
 * It is looked at on the way to the client, so that nobody blames the client for it. A late copy of
 * an earlier request may be answered with anything: nobody waits for that.
 * Paper: §8.
 * Read next: raft/service-contract.ts, what may come of each operation.
 */
import type {WireText} from '../host/box';
import {ruleBrokenByRequest} from '../raft/client-contract';
import type {KvMessage, KvRequest} from '../raft/kv-messages';
import {OUTCOMES, ruleBrokenByResults} from '../raft/service-contract';
import {LabFailure} from '../world/lab-failure';
import {refuseBox} from './border';

export class AnswerCheck {
  /** What each client has asked for last. */
  private readonly asked = new Map<string, KvRequest>();

  constructor(
    private readonly clients: readonly string[], private readonly servers: readonly string[],
    private readonly now: () => number,
  ) {}

  /** A message has left a box. @throws LabFailure 'contract' */
  observe(from: string, to: string, text: WireText): void {
    const isRequest = this.clients.includes(from);
    if (!isRequest && !this.clients.includes(to)) return;
    const message = JSON.parse(text) as KvMessage;
    const rule = isRequest
      ? ruleBrokenByRequest(message) : ruleBrokenByResults(message, this.servers);
    if (rule !== undefined) {
      refuseBox({id: from, atMs: this.now()}, {did: `sent ${to}`, what: message, rule});
    }
    if (message.type === 'KvRequest') this.asked.set(from, message);
    else this.expectFitting(from, to, message);
  }

  private expectFitting(
    from: string, to: string, results: KvMessage & {readonly type: 'KvResults'},
  ): void {
    const request = this.asked.get(to);
    if (!results.ok || request === undefined) return;
    if (results.clientId !== request.clientId || results.serial !== request.serial) return;
    const {op} = request.operation;
    if (OUTCOMES[op].accepts(results.outcome)) return;
    const {type, ...told} = results;
    throw new LabFailure({
      kind: 'contract',
      claim: `${from} answered ${to}'s ${op} with ${JSON.stringify(results.outcome)} — its ` +
        `outcome is ${OUTCOMES[op].rule}.`,
      facts: [{who: from, what: `answered ${JSON.stringify(told)}`, atMs: this.now()}],
      why: {
        source: '§8',
        text: 'Either the outcome is not what was agreed on (harness/raft/kv-messages.ts), or it ' +
          'is that of another operation.',
      },
    });
  }
}
