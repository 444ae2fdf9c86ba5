/**
 * A running cluster on the terminal: one line a server, redrawn in place while a person watches.
 *
 * Promises: without a terminal, a server's line is printed when its role, its term or its process
 * changes. What servers print and what happens to them goes above the lines, and stays.
 * Read next: cluster.ts, which is shown.
 */
import type {ClusterEvent, ServerView} from './cluster';

const REDRAW_EVERY_MS = 100;
/** A server that has reported nothing for so long is stuck, or the machine is. */
const SILENT_AFTER_MS = 3_000;

const HEADINGS = ['server', 'port', 'pid', 'role', 'term', 'log', 'commitIndex'];
const WIDTHS = [8, 7, 9, 11, 6, 17, 11];

export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export class StatusLines {
  private hasBegun = false;
  private linesDrawn = 0;
  private timer: NodeJS.Timeout | undefined;
  /** The last line printed of each server, without what changes all the time. */
  private readonly printed = new Map<string, string>();

  /** @param isLive whether lines may be redrawn in place. */
  constructor(
    private readonly screen: Screen, private readonly view: () => readonly ServerView[],
    private readonly isLive: boolean,
  ) {}

  /** Call it once the cluster has started. */
  begin(): void {
    this.hasBegun = true;
    if (!this.isLive) this.screen.write(`${row(HEADINGS)}\n`);
    // Silence is no event, so somebody has to look for it.
    this.timer = setInterval(() => this.draw(), REDRAW_EVERY_MS);
    this.draw();
  }

  end(): void {
    clearInterval(this.timer);
    this.draw();
    this.linesDrawn = 0;
  }

  /** Something has happened. */
  tell(event: ClusterEvent): void {
    const text = textOf(event);
    if (text !== undefined) this.print(text);
    if (!this.isLive) this.draw();
  }

  /** A line that stays. */
  print(line: string): void {
    this.screen.write(`${this.eraser()}${line}\n`);
    this.linesDrawn = 0;
    if (this.isLive) this.draw();
  }

  private draw(): void {
    if (!this.hasBegun) return;
    const servers = this.view();
    if (this.isLive) {
      // A line that is wrapped would be two to go back over; a terminal may not know its width.
      const width = this.screen.columns || Infinity;
      const rows = [HEADINGS, ...servers.map(cells)].map(line => row(line).slice(0, width));
      this.screen.write(`${this.eraser()}${rows.map(line => `${line}\n`).join('')}`);
      this.linesDrawn = rows.length;
      return;
    }
    for (const server of servers) {
      const {id, pid, status} = server;
      const mark = `${pid} ${roleOf(server)} ${status?.currentTerm}`;
      if (mark === this.printed.get(id)) continue;
      this.printed.set(id, mark);
      this.screen.write(`${row(cells(server))}\n`);
    }
  }

  /** Moves to the first of the lines that were drawn, and clears from there on. */
  private eraser(): string {
    return this.linesDrawn === 0 ? '' : `\u001b[${this.linesDrawn}A\u001b[J`;
  }
}

function row(parts: readonly string[]): string {
  return parts.map((part, n) => part.padEnd(WIDTHS[n] ?? 0)).join('').trimEnd();
}

function cells(server: ServerView): readonly string[] {
  const {id, address, pid, status} = server;
  const log = status === undefined || status.logTo < status.logFrom ? '-'
    : `${status.logFrom}-${status.logTo}`;
  return [
    id, String(address.port), pid === null ? '-' : String(pid), roleOf(server),
    String(status?.currentTerm ?? '-'), log, String(status?.commitIndex ?? '-'),
  ];
}

function roleOf({pid, isUp, status, reportedAtMs}: ServerView): string {
  if (pid === null) return 'down';
  if (!isUp) return 'starting';
  if (Date.now() - reportedAtMs > SILENT_AFTER_MS) return 'silent';
  return status?.role ?? 'starting';
}

function textOf(event: ClusterEvent): string | undefined {
  switch (event.kind) {
    case 'killed':
      return `${event.server} was killed (process ${event.pid}), and starts again soon`;
    case 'ended': return `${event.server} has ended: ${event.line}`;
    case 'notice': return `${event.server}: ${event.line}`;
    case 'log': return `${event.server}  ${event.line}`;
    case 'up':
    case 'status': return undefined;
  }
}
