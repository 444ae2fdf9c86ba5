/**
 * Every order in which a handful of messages can arrive, one order a seed.
 *
 * Read next: 06-late-and-twice.spec.ts.
 */

/** 1 · 2 · … · count. */
export function numberOfOrders(count: number): number {
  return count <= 1 ? 1 : count * numberOfOrders(count - 1);
}

/**
 * Which of the messages still held comes next, step by step: seeds 1 to `numberOfOrders(count)`
 * give each order once, then they begin anew.
 */
export function orderOf(seed: number, count: number): readonly number[] {
  const steps: number[] = [];
  let rest = (seed - 1) % numberOfOrders(count);
  for (let left = count; left > 0; left--) {
    steps.push(rest % left);
    rest = Math.floor(rest / left);
  }
  return steps;
}
