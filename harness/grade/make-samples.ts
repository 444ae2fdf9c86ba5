/**
 * Builds the bundled class of sample submissions from the reference and the skeleton.
 *
 * The samples are kept in the repository, so that `npm start` grades real folders; this makes them
 * anew when the reference moves on, and a kit test says when that is due.
 * Read next: samples/.
 */
import {zipSync} from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import {allLabs} from '../scenario/labs';

/** What its student did to a file: `find` stands in it once, and becomes `replace`. */
interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A sample: which files it holds, and what its student did to them. */
interface Sample {
  readonly name: string;
  readonly from: 'reference' | 'skeleton';
  /** Files that stay the skeleton's. */
  readonly unwritten?: readonly string[];
  readonly edits?: readonly Edit[];
  readonly zip?: true;
}

/** Three of them got no further than lab 3. */
const FROM_LAB_4_ON = allLabs().filter(({number}) => number >= 4)
  .flatMap(({files}) => files.map(({file}) => file));

const SAMPLES: readonly Sample[] = [
  {name: 'ada-complete', from: 'reference'},
  {name: 'ben-untouched', from: 'skeleton'},
  {
    name: 'cleo-votes-for-everybody', from: 'reference',
    edits: [{
      file: 'election.ts',
      find: 'const isFree = state.votedFor === null || state.votedFor === candidateId;',
      replace: 'const isFree = true;',
    }],
  },
  {
    name: 'dara-endless-loop', from: 'reference', unwritten: FROM_LAB_4_ON,
    edits: [{
      file: 'replication.ts',
      find: '  server: RaftServer, request: AppendEntriesArguments,\n' +
        '): AppendEntriesResults | undefined {\n',
      replace: '  server: RaftServer, request: AppendEntriesArguments,\n' +
        '): AppendEntriesResults | undefined {\n' +
        '  while (request.prevLogIndex > server.state.log.lastIndex) continue;\n',
    }],
  },
  {
    name: 'eli-throws', from: 'reference', unwritten: FROM_LAB_4_ON,
    edits: [{
      file: 'log.ts', find: '  termAt(index: number): number | undefined {\n',
      replace: '  termAt(index: number): number | undefined {\n' +
        '    if (index > this.lastIndex) throw new Error(`no entry at ${index}`);\n',
    }],
  },
  {
    name: 'finn-does-not-compile', from: 'reference', unwritten: FROM_LAB_4_ON,
    edits: [{
      file: 'terms.ts', find: 'export function becomeFollower(',
      replace: 'export function becomeFollower((',
    }],
  },
  {name: 'gita-log-only', from: 'skeleton', zip: true},
  {
    name: 'hugo-never-syncs', from: 'reference',
    edits: [{
      file: 'persistence.ts',
      find: '    if (vote || log !== undefined) this.disk.sync();\n', replace: '',
    }],
  },
];

/** A date that is the same in every build. */
const ZIP_DATE = '2026-01-01T00:00:00Z';

/** The samples by path within the folder `samples/`. */
export function makeSamples(): ReadonlyMap<string, Buffer> {
  const made = new Map<string, Buffer>();
  for (const sample of SAMPLES) {
    const files = filesOf(sample);
    if (sample.zip === undefined) {
      for (const [file, text] of files) made.set(`${sample.name}/${file}`, Buffer.from(text));
      continue;
    }
    const entries = [...files].map(([file, text]) => [`skeleton/${file}`, Buffer.from(text)]);
    const zipped = zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, {
      mtime: new Date(ZIP_DATE), level: 9,
    });
    made.set(`${sample.name}.zip`, Buffer.from(zipped));
  }
  return made;
}

function filesOf(sample: Sample): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const file of sourcesIn(path.join(root, sample.from))) {
    files.set(file, read(sample.from, file));
  }
  for (const file of sample.unwritten ?? []) files.set(file, read('skeleton', file));
  if (sample.name === 'gita-log-only') files.set('log.ts', read('reference', 'log.ts'));
  for (const {file, find, replace} of sample.edits ?? []) {
    const text = files.get(file) ?? '';
    if (text.split(find).length !== 2) {
      throw new Error(`${sample.name}: its text does not stand once in ${file}: ${find}`);
    }
    files.set(file, text.replace(find, () => replace));
  }
  return files;
}

function sourcesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.ts')).sort();
}

function read(folder: string, file: string): string {
  return fs.readFileSync(path.join(root, folder, file), 'utf8');
}
