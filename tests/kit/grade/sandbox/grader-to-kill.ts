/**
 * A grader of a test's own, to be killed in the middle: shuts in code that never ends.
 *
 * Says which place it has taken once the code runs.
 */
import {ShutIn, hostOf} from './shut-in';

async function main(): Promise<void> {
  const shutIn = await ShutIn.start({} as Mocha.Context, Number(process.argv[2]) as 1 | 3);
  const stage = await shutIn.stageOf({'log.ts': ''});
  const host = hostOf(stage, `
    require('child_process').spawn(process.execPath, ['-e', 'for (;;);'], {
      detached: true, stdio: 'ignore',
    }).unref();
    say(1);
    setTimeout(() => { for (;;); }, 10);`);
  await host.step([{box: 0, input: {kind: 'timer', nowMs: 0}}]);
  const {folder, group} = stage.equipment.place;
  process.stdout.write(`${JSON.stringify({folder, group})}\n`);
  setInterval(() => undefined, 1_000_000);
}

void main();
