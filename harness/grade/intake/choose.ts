/**
 * Which files of what was handed in are graded, and which are passed over.
 *
 * Promises: taken are the files the labs name and further `.ts` files beside them and in `tests/`,
 * all from one folder: a `skeleton` if there is one, the outermost with files of the labs if not.
 * A student's own package.json, tsconfig, .npmrc, node_modules and the like never are. What stands
 * in the place of a lab's file and is none (a link, a device) is refused, with the reason.
 * Read next: submission.ts, which writes the taken files where they are graded.
 */
import {PLAIN, tidy} from '../../report/look';
import {cut} from '../../report/text-layout';
import {Refused} from './refused';
import {isSkipped} from './parcel';
import type {HandedIn} from './parcel';

export interface Choice {
  /** By the name within the skeleton: 'log.ts', 'tests/log.test.ts'. */
  readonly taken: ReadonlyMap<string, HandedIn>;
  /** In the words a person reads. */
  readonly passedOver: readonly string[];
}

export const FILES_MOST = 100;
export const FILE_BYTES_MOST = 512 * 1024;
const ALL_BYTES_MOST = 8 * 1024 * 1024;
const DEPTH_MOST = 5;
const PASSED_OVER_SHOWN = 30;
const NAME_SHOWN = 120;
const TAKEN = /^(?:[\w-]+\.ts|tests\/[\w.-]+(?<!\.d)\.ts)$/;

/** @param labFiles the names that labs give their files: 'log.ts'. @throws Refused */
export function choose(items: readonly HandedIn[], labFiles: ReadonlySet<string>): Choice {
  if (items.length === 0) throw new Refused('it is empty');
  const root = rootOf(items, labFiles);
  const taken = new Map<string, HandedIn>();
  const left: HandedIn[] = [];
  for (const item of items) {
    const name = item.name.startsWith(root) ? item.name.slice(root.length) : '';
    if (!TAKEN.test(name)) left.push(item);
    else if (isOrdinary(item, name, labFiles)) take(taken, name, item);
    else left.push(item);
  }
  checkSizes(taken);
  return {taken, passedOver: described(left, root)};
}

function isOrdinary(item: HandedIn, name: string, labFiles: ReadonlySet<string>): boolean {
  if (item.not === undefined) return true;
  if (!labFiles.has(name)) return false;
  throw new Refused(`${name} is ${item.not}: ${item.remedy ?? 'hand in the file itself'}`);
}

/** On some machines two such names would be one file. */
function take(taken: Map<string, HandedIn>, name: string, item: HandedIn): void {
  if (taken.has(name)) throw new Refused(`${name} is in it twice`);
  const same = [...taken.keys()].find(other => other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) throw new Refused(`${same} and ${name} differ only by case`);
  if (taken.size === FILES_MOST) throw new Refused(`more than ${FILES_MOST} .ts files`);
  taken.set(name, item);
}

function checkSizes(taken: ReadonlyMap<string, HandedIn>): void {
  let bytes = 0;
  for (const [name, item] of taken) {
    if (item.bytes > FILE_BYTES_MOST) {
      throw new Refused(`${name} has ${item.bytes} bytes, and ${FILE_BYTES_MOST} are the most`);
    }
    bytes += item.bytes;
  }
  if (bytes > ALL_BYTES_MOST) throw new Refused(`more than ${ALL_BYTES_MOST} bytes of text`);
}

/** The folder that is the student's skeleton, '' or with a '/' at its end. */
function rootOf(items: readonly HandedIn[], labFiles: ReadonlySet<string>): string {
  const found = new Map<string, number>();
  for (const {name} of items) {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const isOne = labFiles.has(name.slice(folder.length)) && !isSkipped(folder) &&
      depthOf(folder) <= DEPTH_MOST;
    if (isOne) found.set(folder, (found.get(folder) ?? 0) + 1);
  }
  const [first, second] = [...found.keys()].sort((a, b) => preferred(b) - preferred(a) ||
    depthOf(a) - depthOf(b) || (found.get(b) ?? 0) - (found.get(a) ?? 0));
  if (first === undefined) throw new Refused(whyNone(items, labFiles));
  if (second !== undefined && preferred(first) === preferred(second) &&
      depthOf(first) === depthOf(second) && found.get(first) === found.get(second)) {
    const [one, other] = [first, second].sort().map(shown);
    throw new Refused(`${one} and ${other} both hold files of the labs: hand in one of them`);
  }
  return first;
}

function preferred(folder: string): number {
  return /(?:^|\/)skeleton\/$/.test(folder) ? 1 : 0;
}

function depthOf(folder: string): number {
  return folder.split('/').length - 1;
}

function whyNone(items: readonly HandedIn[], labFiles: ReadonlySet<string>): string {
  return items.some(({name}) => name.endsWith('.ts') && !isSkipped(name))
    ? `none of the labs' files is in it (${[...labFiles].slice(0, 3).join(', ')}, …)`
    : 'there is no .ts file in it';
}

/** Whole folders by their name alone, so that a list of a kit's hundred files stays readable. */
function described(left: readonly HandedIn[], root: string): readonly string[] {
  const names = new Set<string>();
  for (const item of left) {
    const why = item.not === undefined ? '' : ` (${item.not})`;
    const folder = folderToName(item.name, root);
    names.add(folder === undefined ? shown(item.name) + why : shown(folder));
  }
  const sorted = [...names].sort();
  return sorted.length <= PASSED_OVER_SHOWN ? sorted : [
    ...sorted.slice(0, PASSED_OVER_SHOWN), `and ${sorted.length - PASSED_OVER_SHOWN} more`,
  ];
}

/** The outermost folder around it that holds nothing that is taken. */
function folderToName(name: string, root: string): string | undefined {
  const parts = name.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = `${parts.slice(0, depth).join('/')}/`;
    if (!root.startsWith(folder) && folder !== `${root}tests/`) return folder;
  }
  return undefined;
}

function shown(name: string): string {
  return cut(tidy(name, {...PLAIN, plain: false}), NAME_SHOWN);
}
