/**
 * What the cluster tells a server's process, and what that tells the cluster.
 *
 * Read next: server-process.ts.
 */
import type {ServerId} from '../raft/messages';
import type {ServerAddress} from './command';
import type {StatusNow} from './server-status';

/** In the process's arguments, as JSON. */
export interface ServerOptions {
  readonly self: ServerId;
  /** All servers, in order. */
  readonly addresses: Readonly<Record<ServerId, ServerAddress>>;
  readonly clusterId: string;
  /** The folder with this server's records. */
  readonly folder: string;
  readonly subject: string;
  readonly holdUnsynced: boolean;
  readonly incarnation: number;
}

/** How it exits, like the commands: 1 something failed, 2 it could not even start. */
export const EXIT = {stopped: 0, failed: 1, refused: 2} as const;

export type ServerReport =
  | {readonly kind: 'ready'}
  | {readonly kind: 'status'; readonly status: StatusNow}
  /** Something a person should know. */
  | {readonly kind: 'notice'; readonly line: string}
  /** A line that the server's code printed. */
  | {readonly kind: 'log'; readonly line: string}
  /** The reason why the process ends now. */
  | {readonly kind: 'ending'; readonly line: string};
