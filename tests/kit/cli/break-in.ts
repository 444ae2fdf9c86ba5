/**
 * Runs scenarios while a second thread, speaking the inspector protocol as an editor does, sets a
 * breakpoint in a file and says where the program stopped.
 */
import {Session} from 'node:inspector';
import {Worker, isMainThread, parentPort, workerData} from 'node:worker_threads';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {compile, root} from '../../../harness/host/register.js';
import {findLab} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';

const FILE = 'commit.ts';

/** The worker: notes where the main thread stops, in memory both share, and lets it go on. */
function attach(hits: Int32Array): void {
  const session = new Session();
  // A session alone does not keep its thread alive.
  setInterval(() => undefined, 1_000);
  session.connectToMainThread();
  session.on('Debugger.paused', ({params}) => {
    const {functionName = ''} = params.callFrames[0] ?? {};
    if (functionName === 'advanceCommitIndex') Atomics.add(hits, 0, 1);
    session.post('Debugger.resume');
  });
  session.post('Debugger.enable', () => {
    session.post('Debugger.setBreakpointByUrl', {
      urlRegex: `.*reference/${FILE.replace('.', '\\.')}$`, lineNumber: lineOfCode(),
    }, () => parentPort?.postMessage('armed'));
  });
}

/** A line of the compiled file inside advanceCommitIndex; an editor maps it from the .ts line. */
function lineOfCode(): number {
  return compile(`${root}/reference/${FILE}`).split('\n')
    .findIndex(line => line.includes('replicated.sort'));
}

async function run(): Promise<void> {
  const hits = new Int32Array(new SharedArrayBuffer(4));
  const register = JSON.stringify(require.resolve('../../../harness/host/register.js'));
  const program = `require(${register}); require(${JSON.stringify(__filename)});`;
  const worker = new Worker(program, {eval: true, workerData: hits});
  await new Promise(resolve => worker.once('message', resolve));
  const host = new InProcessHost();
  for (const definition of registry.scenariosOf(findLab('commit')).slice(0, 3)) {
    await runSeed(definition, {subject: findSubject('reference'), host, seed: 1});
  }
  process.stdout.write(`paused ${Atomics.load(hits, 0)} times in advanceCommitIndex\n`,
    () => process.exit(0));
}

if (isMainThread) void run();
else attach(workerData as Int32Array);
