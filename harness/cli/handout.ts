/**
 * `flotilla handout`: the students' copy of the kit, as a folder and as a zip, proved.
 *
 * Promises: exit 0 when the copy is there and everything asked for was proved, 1 when the proof
 * failed, 2 when it cannot be made as asked. Nothing is left behind unless it is 0.
 * Read next: grade/handout/copy-files.ts.
 */
import path from 'node:path';
import {choose} from '../grade/handout/choice';
import type {Choice} from '../grade/handout/choice';
import {copyFiles} from '../grade/handout/copy-files';
import {NotProved, prove} from '../grade/handout/proof';
import {beginAt, PlaceRefused, writeCopy} from '../grade/handout/write-copy';
import type {Building} from '../grade/handout/write-copy';
import {counted} from '../report/text-layout';
import {kitVersion} from '../scenario/token';
import {leave} from './leave';
import {swallowed} from './options';
import {WrongUse} from './wrong-use';

export interface HandoutOptions {
  readonly out?: string;
  readonly labs?: string;
  readonly unlock?: readonly string[];
  /** False after --no-proof. */
  readonly proof: string | false;
}

export async function handoutCommand(options: HandoutOptions): Promise<void> {
  const out = options.out ?? swallowed('out');
  if (out === undefined) {
    throw new WrongUse('where shall the copy go? Say --out ../student-kit');
  }
  const unlocked = options.unlock ?? [swallowed('unlock') ?? []].flat();
  const choice = choose(options.labs ?? swallowed('labs'), unlocked);
  const extent = extentOf(options.proof);
  const building = refusedInOneLine(() => beginAt(out));
  process.once('exit', () => building.clean());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130));
  try {
    await build(building, {choice, extent, out});
  } catch (error) {
    if (error instanceof PlaceRefused) throw new WrongUse(error.message);
    if (!(error instanceof NotProved)) throw error;
    process.stderr.write(`flotilla: the copy was not made, for ${error.message}\n`);
    await leave(1);
  }
  await leave(0);
}

async function build(building: Building, {choice, extent, out}: {
  readonly choice: Choice; readonly extent: 'all' | 'quick' | 'none'; readonly out: string;
}): Promise<void> {
  const labs = choice.labs.map(({number}) => number).join(', ');
  print(`The students' copy of kit ${kitVersion()}, with ${
    choice.labs.length === 1 ? 'lab' : 'labs'} ${labs}`);
  for (const {lab, part} of choice.unlocked) {
    print(`  unlocked: lab ${lab.number}${part?.letter ?? ''}, finished`);
  }
  const files = copyFiles(choice);
  const commit = writeCopy(files, building, path.basename(path.resolve(out)));
  print(`  made: ${counted(files.size, 'file')}, commit ${commit.slice(0, 12)}`);
  if (extent === 'none') print('  nothing was proved (--no-proof)');
  else {
    await prove(files, {
      choice, extent, trial: building.trial, tell: line => print(`  proved: ${line}`),
    });
  }
  building.finish();
  print(`It is in ${out}, a git repository, and ${out}.zip has the same files.`);
}

function extentOf(proof: string | false): 'all' | 'quick' | 'none' {
  if (proof === false) return 'none';
  if (proof === 'all' || proof === 'quick') return proof;
  throw new WrongUse(`--proof takes all or quick, not "${proof}"`);
}

function refusedInOneLine<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PlaceRefused ? new WrongUse(error.message) : error;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
