/**
 * Reads an instructor's policy file and checks all of it before anything is graded.
 *
 * Promises: all mistakes are told at once, each in one line that names its place and what would be
 * right there; what the file leaves out has its default, field by field.
 * Read next: POLICY.md; policy.schema.json, which editors read too.
 */
import Ajv from 'ajv';
import type {ErrorObject} from 'ajv';
import fs from 'node:fs';
import path from 'node:path';
import type {Lab} from '../scenario/labs';
import {registry} from '../scenario/registry';
import {DEFAULT_POLICY} from './policy';
import type {Policy} from './policy';

/** The file is not what it should be: a line each. */
export class PolicyMistakes extends Error {
  override readonly name = 'WrongUse';

  constructor(file: string, readonly lines: readonly string[]) {
    super(lines.map(line => `${file}: ${line}`).join('\n'));
  }
}

type Loose = {readonly [field: string]: unknown};

const SCHEMA = path.join(__dirname, 'policy.schema.json');
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
/** What the schema takes for one. */
const LAB_NUMBER = /^[1-9][0-9]?$/;
const VALUE_SHOWN = 60;

/** @param labs all there are. @throws PolicyMistakes */
export function readPolicy(file: string, labs: readonly Lab[]): Policy {
  const found = parse(file);
  const mistakes = [...mistakesIn(found), ...strangersIn(found, labs)];
  if (mistakes.length > 0) throw new PolicyMistakes(file, mistakes);
  const {$schema: _editors, ...settings} = found as Loose;
  return merged(DEFAULT_POLICY as Policy & Loose, settings);
}

/** An ISO 8601 moment that says its offset: a deadline without one is another one elsewhere. */
export function isMoment(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text));
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new PolicyMistakes(file, [`cannot be read: ${(error as Error).message}`]);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new PolicyMistakes(file, [`is not JSON: ${(error as Error).message}`]);
  }
}

function mistakesIn(found: unknown): ReadonlySet<string> {
  const ajv = new Ajv({allErrors: true, verbose: true});
  ajv.addFormat('moment', isMoment);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(SCHEMA, 'utf8')) as object);
  return new Set(validate(found) ? [] : (validate.errors ?? []).map(inWords));
}

/** The schema's descriptions say what would be right. */
function inWords({instancePath, keyword, params, parentSchema, data}: ErrorObject): string {
  const place = instancePath.split('/').slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const {description, properties, patternProperties} = parentSchema as {
    description?: string; properties?: object; patternProperties?: object;
  };
  if (keyword === 'additionalProperties') {
    const extra = [...place, String((params as Loose)['additionalProperty'])].join('.');
    return patternProperties === undefined
      ? `${extra}: there is no such setting; there are ${Object.keys(properties ?? {}).join(', ')}`
      : `${extra}: a lab goes by its number, such as "5"`;
  }
  if (keyword === 'required') {
    const missing = String((params as Loose)['missingProperty']);
    return `${[...place, missing].join('.')}: is missing; ${place.join('.')} takes ${description}`;
  }
  const value = (JSON.stringify(data) ?? '').slice(0, VALUE_SHOWN);
  return `${place.join('.') || 'the whole'}: takes ${description}, not ${value}`;
}

/** Labs and scenarios that are named but are not there: a slip that would change nothing unseen. */
function strangersIn(found: unknown, labs: readonly Lab[]): readonly string[] {
  const numbers = labs.map(({number}) => number);
  const noLabs = Object.keys(recordAt(found, 'labs'))
    .filter(lab => LAB_NUMBER.test(lab) && !numbers.includes(Number(lab)))
    .map(lab => `labs.${lab}: there is no lab ${lab}; the labs are ${numbers.join(', ')}`);
  const noScenarios = ['reveal', 'visibility'].flatMap(setting =>
    Object.keys(recordAt(recordAt(found, setting), 'scenarios'))
      .filter(name => !isScenario(name, labs))
      .map(name => `${setting}.scenarios.${name}: there is no such scenario; one is named as in ` +
        'its replay token, such as "5-random-five"'));
  return [...noLabs, ...noScenarios];
}

/** What a file has under a name, or nothing: whatever else it is, the schema tells. */
function recordAt(found: unknown, name: string): Loose {
  const value = isRecord(found) ? found[name] : undefined;
  return isRecord(value) ? value : {};
}

function isScenario(named: string, labs: readonly Lab[]): boolean {
  const [, number, name] = /^(\d+)-(.+)$/.exec(named) ?? [];
  const lab = labs.find(one => one.number === Number(number));
  return lab !== undefined && [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)]
    .some(one => one.name === name);
}

/** Field by field; what has names of the instructor's own is taken whole. */
function merged<Whole extends Loose>(defaults: Whole, given: Loose): Whole {
  const result: Record<string, unknown> = {...defaults};
  for (const [field, value] of Object.entries(given)) {
    const known = defaults[field];
    result[field] = isRecord(known) && isRecord(value) ? merged(known, value) : value;
  }
  return result as Whole;
}

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
