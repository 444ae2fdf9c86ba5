/**
 * What crosses the network, counted: AppendEntries, their entries and their bytes.
 *
 * Promises: results are not counted, so an answer more or less costs nothing.
 * Read next: 07-cost.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';

interface Sent {
  requests: number;
  entries: number;
  bytes: number;
}

/** How much is allowed, and for what. */
export interface Allowance {
  readonly most: number;
  /** 'ten commands of 5000 bytes to 2 followers' */
  readonly what: string;
  readonly why?: Because;
  readonly hint?: string;
}

const UNIT_NAMES: Readonly<Record<keyof Sent, string>> = {
  requests: 'AppendEntries', entries: 'entries', bytes: 'bytes of AppendEntries',
};

const WHY: Because = {
  source: '§5.3',
  text: 'The leader keeps nextIndex so that each entry crosses to each follower about once. ' +
    'Every message that carries old news takes the place of one with new entries.',
};

/** Counts from now on, until the scenario is over. */
export class Traffic {
  /** Refusals that carried conflictIndex, and those that did not. */
  readonly refusals = {hinted: 0, plain: 0};
  private readonly sent = new Map<ServerId, Sent>();

  constructor(private readonly cluster: Cluster) {
    cluster.listen(({to, message}) => {
      if (message.type === 'AppendEntriesResults' && !message.success) {
        this.refusals[message.conflictIndex === undefined ? 'plain' : 'hinted']++;
      }
      if (message.type !== 'AppendEntries') return;
      const sent = this.sent.get(to) ?? {requests: 0, entries: 0, bytes: 0};
      sent.requests++;
      sent.entries += message.entries.length;
      sent.bytes += Buffer.byteLength(JSON.stringify(message));
      this.sent.set(to, sent);
    });
  }

  expectAtMost(unit: keyof Sent, {most, what, why = WHY, hint}: Allowance): void {
    const total = [...this.sent.values()].reduce((sum, sent) => sum + sent[unit], 0);
    if (total <= most) return;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many ${UNIT_NAMES[unit]}: ${total}, at most ${most} allowed for ${what}.`,
      facts: [...this.sent].map(([to, {requests, entries, bytes}]) => ({
        who: to, what: `was sent ${requests} AppendEntries with ${entries} entries, ${bytes} bytes`,
        atMs: this.cluster.nowMs,
      })),
      why, ...hint === undefined ? {} : {hint},
    });
  }
}
