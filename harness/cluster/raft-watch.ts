/**
 * Reads the effects of server boxes as events of Raft, and hands them to the checks.
 *
 * Promises: a check sees each event after the view was brought up to date, with what it was before,
 * and nothing that has not the shape its type says.
 * Checks get changes, so an event costs the same in a log of ten entries and of ten thousand.
 * Read next: checks/index.ts.
 */
import type {Effect, Input, WireText} from '../host/box';
import type {Command, LogEntry, RaftMessage, ServerId} from '../raft/messages';
import type {Observer} from '../world/observer';
import {expectMessage, readLog, readState} from './border';
import type {LogChange, Speaker} from './border';
import {INITIAL_STATE} from './server-view';
import type {Applied, ReportedState, ServerView} from './server-view';

/** A check sees what every server does. What it throws (a LabFailure) ends the run. */
export interface RaftCheck {
  /** State fields changed. `before` holds the old values of all fields. */
  stateChanged?(server: ServerView, before: Readonly<ReportedState>, atMs: number): void;
  /** The log from index `from` on was replaced: `removed` by `added`. */
  logChanged?(
    server: ServerView, from: number, removed: readonly LogEntry[], added: readonly LogEntry[],
    atMs: number,
  ): void;
  sent?(server: ServerView, to: ServerId, message: RaftMessage, atMs: number): void;
  /** A message is about to be handled. The view is still the old one. */
  received?(server: ServerView, from: ServerId, message: RaftMessage, atMs: number): void;
  /** A timer of its own is about to fire. */
  fired?(server: ServerView, atMs: number): void;
  applied?(server: ServerView, applied: Applied): void;
  /** A snapshot was given to its state machine; `data` is JSON text. */
  restored?(server: ServerView, index: number, data: WireText, atMs: number): void;
  /**
   * A snapshot has moved the beginning of its log (§7). The view's log is still what it was, and
   * `applied` is what any server applied so far, by index.
   */
  compacted?(server: ServerView, applied: readonly LogEntry[], atMs: number): void;
  /** Records left for the disk; they are durable only once `synced` follows. */
  appended?(server: ServerView, record: WireText, atMs: number): void;
  synced?(server: ServerView, atMs: number): void;
  /** All its records were replaced, and synced. */
  rewritten?(server: ServerView, atMs: number): void;
  /** One input and all its effects are over: the place to compare whole views. */
  inputDone?(server: ServerView, atMs: number): void;
  /** @param survivingRecords how many that were not synced are on the disk all the same. */
  crashed?(server: ServerView, atMs: number, survivingRecords: number): void;
  /** After the first report of a boot. The first boot of all counts too (incarnation 0). */
  booted?(server: ServerView, atMs: number): void;
}

class KnownServer implements ServerView {
  isUp = false;
  incarnation = -1;
  state: ReportedState = {...INITIAL_STATE};
  log: LogEntry[] = [];
  applied: Applied[] = [];
  restoredIndex = 0;

  constructor(readonly id: ServerId) {}
}

export class RaftWatch implements Observer {
  private readonly servers = new Map<ServerId, KnownServer>();
  private readonly checks: RaftCheck[] = [];
  /** What was applied first at each index, by whomever: what a snapshot must stand for. */
  private readonly firstApplied: LogEntry[] = [];
  private lastText: WireText = '';
  private lastMessage: RaftMessage | undefined;
  private lastChecked: WireText = '';

  /** @param now the world's virtual time in ms. */
  constructor(ids: readonly ServerId[], private readonly now: () => number) {
    for (const id of ids) this.servers.set(id, new KnownServer(id));
  }

  add(check: RaftCheck): void {
    this.checks.push(check);
  }

  view(id: ServerId): ServerView {
    const server = this.servers.get(id);
    if (server === undefined) throw new Error(`there is no server ${id}`);
    return server;
  }

  get views(): readonly ServerView[] {
    return [...this.servers.values()];
  }

  input(box: string, input: Input): void {
    const server = this.servers.get(box);
    if (server === undefined) return;
    if (input.kind === 'boot') {
      server.isUp = true;
      server.incarnation = input.incarnation;
      server.state = {...INITIAL_STATE};
      server.log = [];
      server.applied = [];
      server.restoredIndex = 0;
    } else if (input.kind === 'timer') {
      for (const check of this.checks) check.fired?.(server, this.now());
    } else if (input.kind === 'receive' && this.servers.has(input.from)) {
      const message = this.parse(input.message);
      for (const check of this.checks) check.received?.(server, input.from, message, this.now());
    }
  }

  effect(box: string, effect: Effect): void {
    const server = this.servers.get(box);
    if (server === undefined) return;
    switch (effect.kind) {
      case 'changed':
        this.changed(server, effect.fields, effect.log);
        return;
      case 'send': {
        if (!this.servers.has(effect.to)) return;
        const message = this.checked(server, effect.to, effect.message);
        for (const check of this.checks) check.sent?.(server, effect.to, message, this.now());
        return;
      }
      case 'apply': {
        const {index, term, command} = effect;
        const applied: Applied = {index, term, command, atMs: this.now()};
        server.applied.push(applied);
        if (index === this.firstApplied.length + 1) {
          this.firstApplied.push({term, command: JSON.parse(command) as Command});
        }
        for (const check of this.checks) check.applied?.(server, applied);
        return;
      }
      case 'restore':
        this.restored(server, effect.index, effect.snapshot);
        return;
      case 'rewrite':
        for (const check of this.checks) check.rewritten?.(server, this.now());
        return;
      case 'append':
        for (const check of this.checks) check.appended?.(server, effect.record, this.now());
        return;
      case 'sync':
        for (const check of this.checks) check.synced?.(server, this.now());
        return;
      default:
    }
  }

  inputDone(box: string, input: Input): void {
    const server = this.servers.get(box);
    if (server === undefined) return;
    if (input.kind === 'boot') for (const check of this.checks) check.booted?.(server, this.now());
    for (const check of this.checks) check.inputDone?.(server, this.now());
  }

  crashed(box: string, survivingRecords = 0): void {
    const server = this.servers.get(box);
    if (server === undefined) return;
    server.isUp = false;
    for (const check of this.checks) check.crashed?.(server, this.now(), survivingRecords);
  }

  private changed(server: KnownServer, fields: WireText, log: WireText | null): void {
    const before = server.state;
    const speaker: Speaker = {id: server.id, atMs: this.now()};
    server.state = {...before, ...readState(fields, speaker)};
    const {lastIncludedIndex} = before;
    const known = Math.max(server.log.length, server.state.lastIncludedIndex);
    const change = log === null ? null : readLog(log, known, speaker);
    if (server.state.lastIncludedIndex !== lastIncludedIndex) {
      this.compacted(server, change, lastIncludedIndex);
    } else if (change !== null) this.logChanged(server, change);
    for (const check of this.checks) check.stateChanged?.(server, before, this.now());
  }

  /**
   * What the snapshot stands for takes the place of what differs from it, or was not there. Behind
   * it stands what the server reports, and else what was there: all of it is one change.
   * @param knownIndex up to there the log was what an earlier snapshot stood for.
   */
  private compacted(server: KnownServer, change: LogChange | null, knownIndex: number): void {
    for (const check of this.checks) check.compacted?.(server, this.firstApplied, this.now());
    const {log, state: {lastIncludedIndex}} = server;
    let from = Math.min(knownIndex, lastIncludedIndex) + 1;
    // A hostile server may report any number; there is nothing to compare behind what is known.
    const last = Math.min(lastIncludedIndex, Math.max(log.length, this.firstApplied.length));
    while (from <= last && log[from - 1]?.term === this.firstApplied[from - 1]?.term) from++;
    if (from <= lastIncludedIndex) {
      const known = this.firstApplied.slice(from - 1, lastIncludedIndex);
      const behind = log.slice(lastIncludedIndex, change === null ? undefined : change.from - 1);
      this.logChanged(server, {from, entries: [...known, ...behind, ...change?.entries ?? []]});
    } else if (change !== null) this.logChanged(server, change);
  }

  private restored(server: KnownServer, index: number, data: WireText): void {
    server.applied = [];
    server.restoredIndex = index;
    for (const check of this.checks) check.restored?.(server, index, data, this.now());
  }

  private logChanged(server: KnownServer, {from, entries}: LogChange): void {
    const removed = server.log.splice(from - 1, Infinity, ...entries);
    for (const check of this.checks) {
      check.logChanged?.(server, from, removed, entries, this.now());
    }
  }

  private checked(server: KnownServer, to: ServerId, text: WireText): RaftMessage {
    const message = this.parse(text);
    if (text !== this.lastChecked) {
      expectMessage(message, to, {id: server.id, atMs: this.now()});
      this.lastChecked = text;
    }
    return message;
  }

  /** The same message is sent once and received once or more, often in a row: parse it once. */
  private parse(text: WireText): RaftMessage {
    if (text !== this.lastText || this.lastMessage === undefined) {
      this.lastText = text;
      this.lastMessage = JSON.parse(text) as RaftMessage;
    }
    return this.lastMessage;
  }
}
