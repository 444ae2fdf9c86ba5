/**
 * Stands in for skeleton/kv-server.ts in labs 3 to 6, in which there is no service to talk to.
 *
 * Paper: §8.
 * Given. You need not change this file.
 */
import type {Command, Json, KvAnswer, KvCommand, RaftService, Service} from '#raft';

export class KvServer implements Service {
  constructor(_raft: RaftService) {}

  apply(_index: number, _term: number, _command: Command): void {}

  restore(_index: number, _data: Json): void {}

  leadershipEnded(): void {}

  handleRequest(_request: KvCommand, respond: (answer: KvAnswer) => void): void {
    respond({ok: false, leaderHint: null});
  }
}
