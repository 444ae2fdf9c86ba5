/**
 * One line of English for each step of a trace.
 *
 * Promises: steps are described in order, because a change is told as before → after. A message is
 * described by the notation, or, if it has no type the notation knows, shown as short JSON.
 * Read next: message-flights.ts, which finds out where each message went.
 */
import type {Effect, Input} from '../host/box';
import type {Step} from '../world/trace';
import {raftNotation} from './describe-raft';
import type {BoxView, Fields, Lane, Notation} from './notation';
import {fieldsOf, shortValue} from './notation';
import {counted, cut} from './text-layout';

const JSON_SHOWN = 80;

export type LineKind = 'act' | 'note' | 'crash' | 'fault' | 'change' | 'message' | 'other' | 'dull';

export interface StepLine {
  readonly step: Step;
  readonly kind: LineKind;
  /** 'S1 → S3', 'S1' or '======' for an act of the test. */
  readonly who: string;
  readonly text: string;
  /** The same for a narrow place: what follows from the rest is left out. */
  readonly brief: string;
  /** The boxes it is about, the acting one first. */
  readonly boxes: readonly string[];
}

type Said = Omit<StepLine, 'step' | 'brief'> & {readonly brief?: string};

/** Walks one trace, step by step. */
export class StepDescriber {
  private readonly views = new Map<string, BoxView>();
  private readonly down = new Set<string>();
  private readonly looks = new Set<string>();

  /** @param complete false when the trace has lost its beginning, so nothing is known yet. */
  constructor(private readonly complete: boolean, readonly notation: Notation = raftNotation) {}

  describe(step: Step): StepLine {
    const said = this.say(step);
    return {...said, step, brief: said.brief ?? said.text};
  }

  lane(box: string): Lane {
    return this.notation.lane(this.viewOf(box));
  }

  isDown(box: string): boolean {
    return this.down.has(box);
  }

  /** A message in the notation, or as JSON cut at 80 columns. */
  message(text: string, from: string): string {
    const fields = fieldsOf(text);
    const known = fields === null ? null : this.notation.message(fields, from);
    return known ?? cut(text, JSON_SHOWN);
  }

  private say(step: Step): Said {
    switch (step.kind) {
      case 'input': return this.input(step.box, step.input);
      case 'effect': return this.effect(step.box, step.effect);
      case 'fate': return {
        kind: 'message', who: `${step.from} → ${step.to}`, boxes: [step.from, step.to],
        text: `${step.fate}: ${this.message(step.message, step.from)}`,
      };
      case 'crash': return this.crash(step);
      case 'act': return {kind: 'act', who: '======', text: `test: ${step.text}`, boxes: []};
      case 'note': return {
        kind: 'note', who: step.box ?? '======', text: step.text,
        boxes: step.box === null ? [] : [step.box],
      };
    }
  }

  private input(box: string, input: Input): Said {
    switch (input.kind) {
      case 'boot': return this.boot(box, input.incarnation, input.disk.length);
      case 'receive': return {
        kind: 'message', who: `${box} ← ${input.from}`, boxes: [box, input.from],
        text: this.message(input.message, input.from),
      };
      case 'timer': return line('dull', box, 'timer');
      case 'call': {
        // What a script does is told by the acts of the test that wrote it.
        const isLook = input.method === 'inspect' || input.method === 'run';
        if (isLook) this.looks.add(`${box} ${input.callId}`);
        const kind = isLook ? 'dull' : 'other';
        return line(kind, box, `call ${input.method} ${cut(input.arguments, JSON_SHOWN)}`);
      }
    }
  }

  private boot(box: string, incarnation: number, records: number): Said {
    const known = this.complete || incarnation > 0;
    const state = known ? this.notation.blankState(box) : {};
    this.views.set(box, {state, log: new Map()});
    this.down.delete(box);
    if (incarnation === 0) return line('dull', box, 'starts');
    return line('crash', box, `restarts, ${counted(records, 'record')} on its disk`);
  }

  private crash({box, lostRecords, survivingRecords = 0}: Step & {kind: 'crash'}): Said {
    this.down.add(box);
    const lost = lostRecords === 0 ? '' : `, ${counted(lostRecords, 'unsynced record')} lost`;
    const kept = survivingRecords === 0
      ? '' : `, ${counted(survivingRecords, 'unsynced record')} kept`;
    return line('crash', box, `crashes${lost}${kept}`);
  }

  private effect(box: string, effect: Effect): Said {
    switch (effect.kind) {
      case 'send': return {
        kind: 'message', who: `${box} → ${effect.to}`, boxes: [box, effect.to],
        text: this.message(effect.message, box),
      };
      case 'append': return line('other', box, `append ${cut(effect.record, JSON_SHOWN)}`);
      case 'sync': return line('other', box, 'sync');
      case 'rewrite':
        return line('other', box, `rewrites its disk: ${counted(effect.records.length, 'record')}`);
      case 'apply': {
        const command = this.notation.command(JSON.parse(effect.command))
          ?? cut(effect.command, 60);
        return line('change', box, `applied index ${effect.index} ${command}`);
      }
      case 'restore': {
        const bytes = effect.snapshot.length;
        return line('change', box, `restored a snapshot to index ${effect.index} (${bytes} bytes)`);
      }
      case 'arm': return line(
        'dull', box, effect.atMs === null ? 'alarm off' : `alarm at ${effect.atMs}ms of its clock`,
      );
      case 'result':
        return this.answer(box, effect.callId, `returned ${cut(effect.value, JSON_SHOWN)}`);
      case 'reject': return this.answer(box, effect.callId, `rejected: ${effect.error}`);
      case 'changed': return this.change(box, effect.fields, effect.log);
      case 'log': return line('other', box, `log: ${effect.line}`);
      case 'fault': return line('fault', box, `fault (${effect.fault}): ${effect.text}`);
    }
  }

  private answer(box: string, callId: number, text: string): Said {
    const isLook = this.looks.delete(`${box} ${callId}`);
    return line(isLook || text === 'returned null' ? 'dull' : 'other', box, text);
  }

  private change(box: string, fieldsText: string, logText: string | null): Said {
    const view = this.viewOf(box);
    const changed = fieldsOf(fieldsText) ?? {};
    const news: string[] = [];
    const bookkeeping: string[] = [];
    for (const [name, after] of Object.entries(changed)) {
      const before = view.state[name];
      view.state[name] = after;
      const kept = this.notation.isBookkeeping(name) ? bookkeeping : news;
      kept.push(...changeOf(name, before, after));
    }
    const log = logText === null ? null : fieldsOf(logText);
    if (log !== null) news.push(...this.changeLog(view, log));
    const all = [...news, ...bookkeeping];
    if (all.length === 0) return line('dull', box, 'nothing changed');
    const remark = this.notation.remark(changed, view);
    const aside = remark === null ? '' : `   (${remark})`;
    const text = `${all.join(', ')}${aside}`;
    if (news.length === 0) return line('other', box, text);
    return {...line('change', box, text), brief: `${news.join(', ')}${aside}`};
  }

  private changeLog(view: BoxView, log: Fields): string[] {
    const from = log['from'];
    const entries = log['entries'];
    if (typeof from !== 'number' || !Array.isArray(entries)) return [`log ${shortValue(log)}`];
    const gone = [...view.log.keys()].filter(index => index >= from);
    for (const index of gone) view.log.delete(index);
    if (entries.length === 0 && gone.length === 0 && this.complete) return [];
    entries.forEach((entry: unknown, offset) => view.log.set(from + offset, entry));
    return [this.notation.logChange(from, entries)];
  }

  private viewOf(box: string): BoxView {
    let view = this.views.get(box);
    if (view === undefined) {
      const state = this.complete ? this.notation.blankState(box) : {};
      this.views.set(box, view = {state, log: new Map()});
    }
    return view;
  }
}

function line(kind: LineKind, box: string, text: string): Said {
  return {kind, who: box, text, boxes: [box]};
}

/** 'commitIndex 1 → 2'; of a table only the entries that changed: 'matchIndex[S3] 0 → 2'. */
function changeOf(name: string, before: unknown, after: unknown): string[] {
  if (isTable(after)) {
    const old = isTable(before) ? before : {};
    return Object.keys(after)
      .filter(key => JSON.stringify(old[key]) !== JSON.stringify(after[key]))
      .flatMap(key => changeOf(`${name}[${key}]`, old[key], after[key]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [`${name} = ${shortValue(after)}`];
  return [`${name} ${shortValue(before)} → ${shortValue(after)}`];
}

function isTable(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
