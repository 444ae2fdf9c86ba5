/** Memory that a crash does not take. */
import type {Attack} from '../attack';

/** Something is appended and synced, so that the disk looks used. */
function saving(save: string, restore: string): string {
  return `import type {PersistenceRules} from '#raft';
export class Persistence implements PersistenceRules {
  constructor(protected readonly server, protected readonly disk) {}
  restore(): void { ${restore} }
  answer(changes, outgoing, send): void {
    const {state} = this.server;
    ${save}
    if (changes.vote || changes.log) {
      this.disk.append({});
      this.disk.sync();
    }
    for (const message of outgoing) send(message);
  }
}
`;
}

export const attack: Attack = {
  tries: 'saves nothing of use, and finds its vote after a crash where all boxes can see it',
  gains: 'the points of persistence: with this memory no crash does any harm',
  lab: 7, scenarios: ['voter-starts-again'],
  files: {'persistence.ts': saving(`(structuredClone.kept ??= {})[this.server.self] =
      {currentTerm: state.currentTerm, votedFor: state.votedFor};`,
  'Object.assign(this.server.state, (structuredClone.kept ??= {})[this.server.self]);')},
  honest: {'persistence.ts': saving('', '')},
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
