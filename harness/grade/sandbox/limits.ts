/**
 * What one process of a submission may take before it is ended.
 *
 * They are a backstop, at about ten times what the reference takes: no honest submission meets one,
 * and whatever does is run again alone before it costs points.
 * Read next: confinement.ts, which sets them.
 */
import {HEAP_MB} from '../../host/process-host';

export interface Limits {
  /** CPU time of the whole process. */
  readonly cpuSeconds: number;
  /** Of JavaScript objects; undefined for a program that is not Node. */
  readonly heapMb?: number;
  /** Of all data, buffers and the stacks of threads included. */
  readonly dataMb: number;
  /** Processes and threads together: Node alone has eleven. */
  readonly processes: number;
  readonly openFiles: number;
  /** Of one written file. */
  readonly fileMb: number;
}

/** A process that runs servers. */
export const SERVERS: Limits = {
  cpuSeconds: 300, heapMb: HEAP_MB, dataMb: 768, processes: 32, openFiles: 64, fileMb: 2,
};

/** The compiler holds the whole language, and little of a submission. */
export const COMPILER: Limits = {
  cpuSeconds: 20, heapMb: 512, dataMb: 768, processes: 32, openFiles: 64, fileMb: 2,
};

/** The type checker is a native program of many threads. */
export const CHECKER: Limits = {
  cpuSeconds: 30, dataMb: 1536, processes: 64, openFiles: 512, fileMb: 2,
};

/** Wall-clock time for compiling, and for checking types. */
export const BUILD_DEADLINE_MS = 60_000;
/** Characters of what the compiler and the checker may say. */
export const COMPILED_LIMIT = 32 * 1024 * 1024;
export const CHECKED_LIMIT = 256 * 1024;
