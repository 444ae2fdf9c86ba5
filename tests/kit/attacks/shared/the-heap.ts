/** What the engine itself knows of every object. */
import type {Attack} from '../attack';
import {builtin, followersRead} from '../pieces';

export const attack: Attack = {
  tries: 'finds the leader\'s state among all objects of the process, through Node\'s inspector',
  ...followersRead(`({
  get entries() {
    const {Session} = ${builtin('inspector')};
    const session = new Session();
    session.connect();
    const ask = (method, given) => {
      let answer;
      session.post(method, given, (error, found) => { answer = found; });
      return answer;
    };
    const {result} = ask('Runtime.evaluate', {expression: 'Object.prototype'});
    const {objects} = ask('Runtime.queryObjects', {prototypeObjectId: result.objectId});
    ask('Runtime.callFunctionOn', {
      objectId: objects.objectId, functionDeclaration: \`function () {
        structuredClone.leader = this.find(one => {
          try { return one.role === 'leader' && one.log.lastIndex > 0; } catch { return false; }
        });
      }\`,
    });
    session.disconnect();
    return structuredClone.leader?.log.entriesFrom(1);
  },
})`, {sending: '', handling: ''}),
  says: /\(unconfirmed\): .*differently/,
  armed: {passes: true},
};
