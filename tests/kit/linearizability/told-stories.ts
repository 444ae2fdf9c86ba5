/**
 * Small histories, each with one mistake that a person should recognise when told of it.
 *
 * Read next: explain.spec.ts; golden/*.txt, what is told.
 */

export const STORIES: Readonly<Record<string, readonly string[]>> = {
  'stale-read': [
    'C1 10-40 set x a', 'C3 50-70 get x -> a', 'C1 600-640 set x b', 'C3 650-690 get x -> b',
    'C2 700-812 get x -> a', 'C3 820-850 get x -> b', 'C1 860-900 append x c -> 2',
    'C2 910-950 get y -> none',
  ],
  'stale-read-after-a-read': [
    'C1 10-40 set x a', 'C1 100-? set x b', 'C3 120-160 get x -> b', 'C2 200-230 get x -> a',
    'C3 240-260 get x -> b',
  ],
  'stale-read-of-nothing': [
    'C1 10-40 append x a -> 1', 'C2 50-70 get x -> none', 'C1 80-90 get x -> a',
  ],
  'lost-write': [
    'C1 10-40 append x a -> 1', 'C2 50-90 append x b -> 2', 'C3 100-140 get x -> a',
    'C1 150-170 append x c -> 2', 'C3 180-200 get x -> ac',
  ],
  'applied-twice': [
    'C1 10-40 append x p -> 1', 'C2 50-? append x q', 'C2 300-340 append x r -> 4',
    'C3 350-380 get x -> pqqr',
  ],
  'applied-twice-itself': ['C1 10-240 append x p -> 2', 'C2 250-270 get x -> pp'],
  'set-twice': [
    'C1 10-400 set x a', 'C2 50-80 set x b', 'C3 90-110 get x -> a', 'C2 120-150 set x c',
    'C3 160-180 get x -> c', 'C3 410-440 get x -> a', 'C2 450-470 get x -> a',
  ],
  'never-written': ['C1 10-40 set x a', 'C2 50-80 get x -> z', 'C1 90-99 get x -> a'],
  'wrong-key': ['C1 10-40 set x a', 'C1 41-49 set y b', 'C2 50-80 get x -> b'],
  'read-before-it-was-asked-for': [
    'C1 10-40 set x a', 'C2 50-80 get x -> b', 'C1 90-120 set x b', 'C2 130-150 get x -> b',
  ],
  'two-winners': [
    'C1 10-60 compareAndSet lock none C1 -> true', 'C2 20-50 compareAndSet lock none C2 -> true',
    'C3 70-90 get lock -> C2',
  ],
  'second-winner': [
    'C1 10-30 compareAndSet lock none C1 -> true', 'C2 40-50 compareAndSet lock none C2 -> true',
  ],
  'no-order': [
    'C3 1-2 set x a', 'C2 15-18 append x b -> 2', 'C1 17-23 delete x -> false',
    'C2 19-22 delete x -> false',
  ],
  'length-that-cannot-be': ['C1 10-40 append x ab -> 5', 'C2 50-60 get x -> ab'],
  'lengths-that-do-not-fit': [
    'C1 10-40 append x ab -> 2', 'C2 50-90 append x cd -> 7', 'C1 100-130 get x -> abcd',
  ],
};
