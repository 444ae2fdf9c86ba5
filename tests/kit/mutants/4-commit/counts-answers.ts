/**
 * A mistake in lab 4: counts results instead of servers.
 *
 * Paper: §5.3. A follower that answers three times is still one server.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-answers',
  mistake: 'counts results instead of servers',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'export function advanceCommitIndex(',
      replace: `const answers = new Map<string, number>();

export function advanceCommitIndex(`,
    },
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: `const last = \`\${state.currentTerm}/\${state.log.lastIndex}\`;
  answers.set(last, (answers.get(last) ?? 0) + 1);
  const index = (answers.get(last) ?? 0) > servers.length / 2 ? state.log.lastIndex : 0;`,
    },
  ],
  caughtBy: ['one-answers-often', 'majority-8'],
  says: /S1 committed \d\/1, which only .* no majority/,
};
