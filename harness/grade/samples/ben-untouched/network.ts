/**
 * A network inside one process, for testing servers before they meet a real one.
 *
 * Paper: §2, the faults a Raft cluster must live with.
 * Promises: time and chance come only from `schedule` and `random`, so the same ones give the same
 * run. Sender, network and receivers share no object.
 * Hides: what is on its way, which links are cut.
 * Read next: harness/raft/network-interface.ts, the contract; then framing.ts.
 */
import {todo} from '#raft';
import type {
  DelayRange, Endpoint, Json, Network, NetworkEvent, NetworkOptions, ReceivedMessage, Reordering,
  ServerId,
} from '#raft';

// What else these classes keep is yours to choose.

/** A server's end of the network; after a restart of the server, another one takes its place. */
export class RaftEndpoint implements Endpoint {
  constructor(readonly server: ServerId, protected readonly network: RaftNetwork) {}

  /**
   * Sends a copy of `message` as it is now (§2).
   *
   * It never arrives while it is being sent, not even with a delay of 0 ms. An endpoint that was
   * replaced sends nothing, without an error: the server that held it has crashed.
   */
  send(to: ServerId, message: Json): void {
    // TODO(lab 2): when must the message be copied, and who brings it to its receiver (§2)?
    return todo(2, 'send', to, message);
  }

  /**
   * The message that has waited longest, as a copy of its own, or undefined if none waits.
   *
   * Each copy is received once. An endpoint that was replaced receives nothing.
   */
  receive(): ReceivedMessage | undefined {
    // TODO(lab 2): hand out what has arrived, oldest first (§2).
    return todo(2, 'receive');
  }
}

/** The links between all servers, and what goes wrong on them. */
export class RaftNetwork implements Network {
  constructor(protected readonly options: NetworkOptions) {}

  /** Puts a server on the network, or puts it there anew after a restart. */
  createEndpoint(server: ServerId): RaftEndpoint {
    // TODO(lab 2): a server is on the network from here on; what if it was before (§2)?
    return todo(2, 'createEndpoint', server);
  }

  /** Cuts all links of a server, in both directions. It can still send to itself. */
  cutOff(server: ServerId): void {
    // TODO(lab 2): which links are these, and who looks at them when (§2)?
    return todo(2, 'cutOff', server);
  }

  /** Cuts all links between different groups. A server in no group is alone. */
  partition(groups: readonly (readonly ServerId[])[]): void {
    // TODO(lab 2): which links are cut, which stay (§2)?
    return todo(2, 'partition', groups);
  }

  /** Cuts the link from one server to another; the way back stays. */
  cutOneWay(from: ServerId, to: ServerId): void {
    // TODO(lab 2): one link, one direction (§2).
    return todo(2, 'cutOneWay', from, to);
  }

  /** Makes all links whole again. What was thrown away stays so: a retry is the sender's affair. */
  heal(): void {
    // TODO(lab 2): forget all cuts, and nothing else (§2).
    return todo(2, 'heal');
  }

  /** From 0 to 1, per message. At 0 every message passes; at 1 none does. */
  setLoss(lossProbability: number): void {
    // TODO(lab 2): refuse what is no probability, keep the rest for send (§2).
    return todo(2, 'setLoss', lossProbability);
  }

  /** The range each message's delay is drawn from, in whole milliseconds. */
  setDelay(delay: DelayRange): void {
    // TODO(lab 2): what if the caller changes its object afterwards (§2)?
    return todo(2, 'setDelay', delay);
  }

  /** From 0 to 1, per message: that a second copy of it is sent, with a delay of its own. */
  setDuplication(duplicationProbability: number): void {
    // TODO(lab 2): keep it for send, as with loss (§2).
    return todo(2, 'setDuplication', duplicationProbability);
  }

  /**
   * With reorderProbability a message is held back for a delay from this range, which comes on top
   * of its own, so that those sent after it arrive before it.
   */
  setReordering(reordering: Reordering): void {
    // TODO(lab 2): how can a message be overtaken (§2)?
    return todo(2, 'setReordering', reordering);
  }

  /**
   * Tells `write` what happens to each message, or nobody any more if it is undefined. To follow
   * every message by eye: `network.setDebugLog(event => console.log(event))`.
   */
  setDebugLog(write: ((event: NetworkEvent) => void) | undefined): void {
    // TODO(lab 2): keep it, and call it wherever something happens to a message (§2).
    return todo(2, 'setDebugLog', write);
  }
}
