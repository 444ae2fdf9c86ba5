/**
 * The JSON Schema of a grade: held against the TypeScript type, against grades as the engine makes
 * them, and against edge cases.
 */
import Ajv from 'ajv/dist/2020';
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gradeSubmission} from '../../../../harness/grade/engine/grade-submission';
import {jsonFiles, jsonOf} from '../../../../harness/grade/formats/json-files';
import type {Grade} from '../../../../harness/grade/grade';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {root} from '../../../../harness/host/register.js';
import {findLab} from '../../../../harness/scenario/labs';
import {context, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';
import {interfacesOf} from './type-fields';

interface Definition {
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly additionalProperties?: boolean;
  readonly enum?: readonly unknown[];
  readonly items?: Definition;
  readonly $defs?: Readonly<Record<string, Definition>>;
}

const file = path.join(root, 'harness/grade/formats/result.schema.json');
const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as Definition;
const validate = new Ajv({allErrors: true, strict: true, allowUnionTypes: true}).compile(schema);

function problems(value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`);
}

function changed(changes: Readonly<Record<string, unknown>>): unknown {
  return {...PLAIN, ...changes};
}

describe('the schema of a grade', function () {
  this.timeout(60_000);

  const fieldsOf = interfacesOf(path.join(root, 'harness/grade/grade.ts'));
  const definitions = {Grade: schema, ...schema.$defs};

  for (const [name, definition] of Object.entries(definitions)) {
    it(`has the fields of the type ${name}, as optional as they are there`, () => {
      const fields = fieldsOf(name);
      expect(Object.keys(definition.properties ?? {}).sort()).to.deep.equal(
        fields.map(field => field.name).sort());
      expect([...definition.required ?? []].sort()).to.deep.equal(
        fields.filter(field => !field.isOptional).map(field => field.name).sort());
      expect(definition.additionalProperties).to.equal(false);
    });

    it(`allows the same words as ${name}`, () => {
      const fields = fieldsOf(name);
      for (const field of fields.filter(({words}) => words.length > 0)) {
        const allowed = definition.properties?.[field.name]?.enum ?? [];
        expect([...allowed].map(String).sort(), field.name).to.deep.equal([...field.words].sort());
      }
    });

    it(`says what each field of ${name} is`, () => {
      for (const [field, {description}] of Object.entries(definition.properties ?? {})) {
        expect(description ?? '', field).to.match(/^[A-Z'1].{9,}[.]$/s);
      }
    });
  }

  for (const [name, value] of Object.entries({PLAIN, REFUSED, WHOLE})) {
    it(`accepts a grade made by hand: ${name}`, () => {
      expect(problems(value)).to.deep.equal([]);
    });
  }

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`accepts a grade that quotes ${name}, and its file says the same`, () => {
      const value = hostile(text);
      expect(problems(value)).to.deep.equal([]);
      const [written] = jsonFiles.write([value], context()).values();
      expect(JSON.parse(String(written))).to.deep.equal(value);
      expect(jsonOf(value)).to.not.match(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]/);
    });
  }

  const wrong: Readonly<Record<string, unknown>> = {
    'a further field': changed({score: 3}),
    'another version': changed({schema: 2}),
    'points below 0': changed({total: -1}),
    'points as text': changed({points: '12'}),
    'a tier there is not': changed({sandbox: {...PLAIN.sandbox, tier: 5}}),
    'a digest cut short': changed({digest: 'abc'}),
    'a verdict there is not': grade([lab([scenario({verdict: 'skipped' as 'passed'})])]),
    'a further field of a scenario': grade([lab([{...scenario(), line: 3} as never])]),
    'a date without a time': changed({late: [{...WHOLE.late[0], dueAt: '2026-11-03'}]}),
    'nothing': {},
  };
  for (const [name, value] of Object.entries(wrong)) {
    it(`refuses ${name}`, () => expect(problems(value)).to.not.deep.equal([]));
  }

  for (const sample of ['ada-complete', 'ben-untouched', 'eli-throws', 'gita-log-only.zip']) {
    it(`accepts what grading makes of ${sample}`, async function () {
      this.timeout(120_000);
      const graded = await gradeSample(sample);
      expect(graded.labs.length).to.equal(1);
      expect(problems(JSON.parse(JSON.stringify(graded)))).to.deep.equal([]);
    });
  }
});

async function gradeSample(name: string): Promise<Grade> {
  const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-schema-'));
  try {
    return await gradeSubmission(
      {name, path: path.join(root, 'harness/grade/samples', name)},
      {
        labs: [findLab('log')], policy: DEFAULT_POLICY, workFolder, slot: 0,
        sandbox: {require: false},
      });
  } finally {
    fs.rmSync(workFolder, {recursive: true, force: true});
  }
}
