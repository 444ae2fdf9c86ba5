/**
 * The folder of a whole cluster: which cluster it is, and a folder for each of its servers.
 *
 * Promises: a folder that was a cluster's is used again only as it was: the same servers, each with
 * its records. A folder with anything else in it is left alone.
 * Read next: cluster.ts.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type {ServerId} from '../raft/messages';
import {FORMAT_VERSION, RecordFileError} from './record-format';
import {createRecordFile} from './record-file';

const CLUSTER_FILE = 'cluster.json';
const FORMAT = 'flotilla cluster';

interface ClusterFile {
  readonly format: string;
  readonly version: number;
  readonly cluster: string;
  readonly servers: readonly ServerId[];
}

export function folderOfServer(data: string, server: ServerId): string {
  return path.join(data, server);
}

/**
 * Makes the folder ready, or finds it ready, and returns the cluster's id.
 * @throws RecordFileError, one line for a person.
 */
export function prepareDataFolder(data: string, servers: readonly ServerId[]): string {
  try {
    makeFolder(path.resolve(data));
    fs.accessSync(data, fs.constants.W_OK);
    const file = path.join(data, CLUSTER_FILE);
    return fs.existsSync(file) ? checkCluster(data, file, servers) : makeCluster(data, servers);
  } catch (error) {
    if (error instanceof RecordFileError) throw error;
    throw new RecordFileError(`cannot keep data in ${data}: ${(error as Error).message}`);
  }
}

/** Node's own `recursive` never ends where the system can have no such folder: below /proc. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

function checkCluster(data: string, file: string, servers: readonly ServerId[]): string {
  const found = parse(fs.readFileSync(file, 'utf8'));
  if (found?.format !== FORMAT) {
    throw new RecordFileError(`${file} is damaged, or not written by Flotilla`);
  }
  if (found.version !== FORMAT_VERSION) {
    throw new RecordFileError(`${file} is of format version ${found.version}, and this kit reads ` +
      `version ${FORMAT_VERSION}`);
  }
  if (found.servers.length !== servers.length) {
    const {length} = found.servers;
    throw new RecordFileError(`${data} holds a cluster of ${length} servers, not of ` +
      `${servers.length}: give another folder with --data, or --servers ${length}`);
  }
  for (const server of servers) {
    const folder = folderOfServer(data, server);
    if (fs.existsSync(folder)) continue;
    throw new RecordFileError(`${folder} is missing: ${server} would forget ` +
      'what it has acknowledged. Nothing was changed');
  }
  return found.cluster;
}

function parse(text: string): ClusterFile | undefined {
  try {
    const found = JSON.parse(text) as ClusterFile;
    return Array.isArray(found.servers) && typeof found.cluster === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The cluster's own file comes last: until it is there, nothing was promised to anybody. */
function makeCluster(data: string, servers: readonly ServerId[]): string {
  const foreign = fs.readdirSync(data).filter(name => !/^(S\d+|lock.*|lost\+found)$/.test(name));
  if (foreign.length > 0) {
    throw new RecordFileError(`${data} holds no cluster, and is not empty (${foreign[0]}): ` +
      'give another folder with --data');
  }
  const cluster = crypto.randomBytes(16).toString('hex');
  for (const server of servers) {
    refuseUsed(folderOfServer(data, server));
    createRecordFile(folderOfServer(data, server), {cluster, server});
  }
  const text = `${JSON.stringify({format: FORMAT, version: FORMAT_VERSION, cluster, servers})}\n`;
  const file = path.join(data, CLUSTER_FILE);
  fs.writeFileSync(`${file}.new`, text, {flush: true});
  fs.renameSync(`${file}.new`, file);
  return cluster;
}

/** What a first start that was cut short left behind is one line long. */
function refuseUsed(folder: string): void {
  const file = path.join(folder, 'records');
  if (!fs.existsSync(file)) return;
  if (fs.readFileSync(file, 'latin1').split('\n').length <= 2) return;
  throw new RecordFileError(
    `${folder} holds records, but ${CLUSTER_FILE} beside it is missing. Nothing was changed`);
}
