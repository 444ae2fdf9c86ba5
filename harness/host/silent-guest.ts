/**
 * A program that does nothing: a box for somebody whom the test plays, so that messages arrive.
 *
 * Read next: guest.ts.
 */
import type {Guest} from './guest';

export function boot(): Guest {
  const nothing = (): void => undefined;
  return {receive: nothing, call: nothing};
}
