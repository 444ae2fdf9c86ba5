/**
 * Your files, as the given half of a server is handed them.
 *
 * Promises: loaded anew for every life of every server, so that only its disk outlives a crash. The
 * given half itself keeps nothing between two inputs that is not in the server's own objects, and
 * is loaded once for all of them.
 * Does not: know which file '#solution/commit' is, yours or a stand-in; that is the box's affair.
 * Given. You need not change this file.
 * Read next: server.ts.
 */
import * as commit from '#solution/commit';
import * as compaction from '#solution/compaction';
import * as election from '#solution/election';
import {KvServer} from '#solution/kv-server';
import {RaftLog} from '#solution/log';
import {Persistence} from '#solution/persistence';
import {Reads} from '#solution/reads';
import * as replication from '#solution/replication';
import {Timing} from '#solution/timing';
import type {Guest, GuestContext} from '../host/guest';
import {ServerProgram} from './server';

const solution = {
  commit, compaction, election, replication, KvServer, Persistence, RaftLog, Reads, Timing,
};

export type Solution = typeof solution;

/** Starts a server; with records on its disk, starts it again as they remember it. */
export function boot(context: GuestContext): Guest {
  return new ServerProgram(context, solution);
}
