/**
 * The subject's own transport and driver: loaded as a box's modules are, with a real clock.
 *
 * Promises: any subject's folder will do, and what a test would refuse is refused here, with the
 * file and the line.
 * Read next: server-process.ts, which gives them sockets and files.
 */
import type {BoxSpec} from '../host/box';
import {faultOf} from '../host/faults';
import {ModuleLoader} from '../host/module-loader';
import type {Json, ServerId} from '../raft/messages';
import type {DriverParts, MachineEffect, TransportParts} from '../raft/runtime-interfaces';
import {realEnvironment} from './real-environment';

/** What a student's Transport is asked for. */
export interface Transport {
  send(to: ServerId, message: Json): void;
  close(): void;
}

/** What a student's Driver is asked for. */
export interface Driver {
  start(effects: readonly MachineEffect[]): void;
  receive(from: ServerId, message: Json): void;
  call(callId: number, method: string, given: Json): void;
  stop(): void;
}

export interface StudentParts {
  transport(parts: TransportParts): Transport;
  driver(parts: DriverParts): Driver;
}

/** The student's file cannot be used: one line that names it. */
export class StudentFault extends Error {
  override readonly name = 'StudentFault';
}

export function loadStudentParts(
  modules: BoxSpec['modules'], log: (line: string) => void,
): StudentParts {
  return {
    transport: parts => {
      const {Transport: Class} = load<{Transport: new (parts: TransportParts) => Transport}>(
        modules, 'transport', log);
      return new Class(parts);
    },
    driver: parts => {
      const {Driver: Class} = load<{Driver: new (parts: DriverParts) => Driver}>(
        modules, 'driver', log);
      return new Class(parts);
    },
  };
}

function load<T>(modules: BoxSpec['modules'], name: string, log: (line: string) => void): T {
  const source = modules[`#solution/${name}`];
  if (source === undefined) throw new StudentFault(`there is no ${name}.ts among your files`);
  const spec: BoxSpec = {id: name, program: source.file, modules};
  const {values, clock} = realEnvironment(log);
  try {
    return new ModuleLoader().load(spec, values, clock) as T;
  } catch (error) {
    const {text} = faultOf(error, spec, () => null);
    throw new StudentFault(`${source.shownAs} ${text}`);
  }
}
