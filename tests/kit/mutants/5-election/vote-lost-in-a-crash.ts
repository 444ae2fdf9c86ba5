/** Keeps in the state only that it voted for itself; other votes live in a variable. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'vote-lost-in-a-crash',
  mistake: 'Keeps in the state only that it voted for itself; other votes live in a variable.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'export function becomeCandidate(',
      replace: 'const votes = new Map<number, ServerId>();\n' +
        '\n' +
        'export function becomeCandidate(',
    },
    {
      find: '  const isFree = state.votedFor === null || state.votedFor === candidateId;\n',
      replace: '  const given = votes.get(term) ?? (state.votedFor === server.self ? ' +
        'server.self : null);\n' +
        '  const isFree = given === null || given === candidateId;\n',
    },
    {
      find: '    state.votedFor = candidateId;\n',
      replace: '    votes.set(term, candidateId);\n' +
        '    state.votedFor = candidateId;\n',
    },
  ],
  caughtBy: ['vote-and-crash'],
  says: /One vote a term is broken/,
};
