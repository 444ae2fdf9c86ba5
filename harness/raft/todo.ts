/**
 * The body of every function that is not written yet.
 *
 * Promises: it takes the function's arguments, so that strict type checks stay quiet, and it fits
 * any return type, because it never returns.
 * Given. You need not change this file; you replace the calls to it.
 */
import {NotWritten} from '../host/guest';

/** Stops the run and says which function of which lab was reached. */
export function todo(lab: number, functionName: string, ..._unused: readonly unknown[]): never {
  throw new NotWritten(lab, functionName);
}
