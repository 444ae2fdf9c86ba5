/**
 * The program of a box that serves one implementation to tests which run in another process.
 *
 * The box's import table says which implementation; the only call is `answer`, with a question's
 * text, and its result is the answer's.
 * Read next: service.ts; ../../scenario/served-tests.ts, which carries the texts.
 */
import type {Guest, GuestContext} from '../guest';
import type {Json} from '../json';
import {ScriptError} from '../scripted-errors';
import {cloneMirrorsToo} from './clone';
import type {Contract} from './messages';
import {QuestionPipe} from './question-pipe';
import {Service} from './service';

export function boot(context: GuestContext): Guest {
  cloneMirrorsToo();
  const module = String(context.settings['module']);
  const pipe = new QuestionPipe();
  const service = new Service({
    contract: context.settings['contract'] as object as Contract, module,
    // The box's own require, which serves the box's import table.
    exports: require(module) as object,
    ask: text => pipe.ask(text),
  });
  return {
    receive(): void {
      throw new ScriptError('what is served receives no messages');
    },
    call(callId: number, method: string, args: Json): void {
      if (method !== 'answer') throw new ScriptError(`what is served has no call '${method}'`);
      context.result(callId, service.answer(String(args)));
    },
  };
}
