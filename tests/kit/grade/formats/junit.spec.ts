/**
 * JUnit XML: read by a strict parser, and held against what Jenkins' schema (junit-10.xsd) allows.
 */
import {expect} from 'chai';
import {SaxesParser} from 'saxes';
import {junit, junitFailure, junitOf} from '../../../../harness/grade/formats/junit';
import {context, failed, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Of each element: the attributes it must have, those it may have, and its children. */
const ALLOWED: Readonly<Record<string, {
  must: readonly string[]; may: readonly string[]; inside: readonly string[];
}>> = {
  testsuites: {must: [], may: ['name', 'tests', 'failures', 'errors'], inside: ['testsuite']},
  testsuite: {
    must: ['name', 'tests', 'failures', 'errors'], may: ['skipped'],
    inside: ['properties', 'testcase'],
  },
  properties: {must: [], may: [], inside: ['property']},
  property: {must: ['name', 'value'], may: [], inside: []},
  testcase: {must: ['name'], may: ['classname'], inside: ['failure', 'error']},
  failure: {must: [], may: ['type', 'message'], inside: []},
  error: {must: [], may: ['type', 'message'], inside: []},
};

/** @throws unless it is well-formed XML. */
function parsed(xml: string): Element {
  const outside: Element = {name: '', attributes: {}, children: [], text: ''};
  const open = [outside];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({name, attributes}) => {
    const element = {
      name, attributes: attributes as Record<string, string>, children: [], text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', text => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return outside.children[0]!;
}

function all(element: Element, name: string): readonly Element[] {
  const inside = element.children.flatMap(child => all(child, name));
  return element.name === name ? [element, ...inside] : inside;
}

function expectAllowed(element: Element): void {
  const rule = ALLOWED[element.name];
  expect(rule, element.name).to.not.equal(undefined);
  expect(Object.keys(element.attributes)).to.include.members([...rule!.must]);
  expect([...rule!.must, ...rule!.may]).to.include.members(Object.keys(element.attributes));
  for (const child of element.children) {
    expect(rule!.inside).to.include(child.name);
    expectAllowed(child);
  }
}

describe('JUnit XML', function () {
  this.timeout(60_000);

  it('is a suite a group and a case a scenario', () => {
    expect(junitOf([PLAIN], {isWhole: true})).to.equal([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="Flotilla" tests="3" failures="1" errors="0">',
      ...suiteHead('one vote a term', {tests: 2, failures: 0, number: '5.1', points: 2, most: 2}),
      '    <testcase name="the first one gets it" classname="ada.lab 5_1.§5_2.one vote a term"/>',
      '    <testcase name="the second one does not" classname="ada.lab 5_1.§5_2.one vote a term"/>',
      '  </testsuite>',
      ...suiteHead('two candidates', {tests: 1, failures: 1, number: '5.2', points: 0, most: 1}),
      '    <testcase name="two never win one term" classname="ada.lab 5_2.§5_2.two candidates">',
      '      <failure message="Election Safety is broken: S1 and S2 lead term 3." type="rule">' +
        '3 of 5 seeds passed',
      'Election Safety is broken: S1 and S2 lead term 3.', '', '  S1  leader  t=120ms',
      'Replay  npx flotilla replay 5-two-leaders-s4-v0.1.0</failure>',
      '    </testcase>', '  </testsuite>', '</testsuites>', '',
    ].join('\n'));
  });

  it('counts what a reader counts', () => {
    const grades = [PLAIN, REFUSED, WHOLE, grade([lab([
      scenario({verdict: 'not written', points: 0}), failed({cause: 'grader'}), failed(),
    ])], {submission: 'eve'})];
    const root = parsed(junitOf(grades, {isWhole: true}));
    for (const element of [root, ...all(root, 'testsuite')]) {
      expect(element.attributes, element.attributes['name']).to.include({
        tests: String(all(element, 'testcase').length),
        failures: String(all(element, 'failure').length),
        errors: String(all(element, 'error').length),
      });
    }
    expect(all(root, 'error').length).to.equal(1);
    expect(all(root, 'failure').map(({attributes}) => attributes['type']))
      .to.deep.equal(['rule', 'refused', 'refused', 'rule', 'not written', 'rule']);
  });

  it('has a file a submission with whole failures, and one of the class with claims', () => {
    const files = junit.write([PLAIN, REFUSED], context());
    expect([...files.keys()]).to.deep.equal(['junit.xml', 'junit/ada.xml', 'junit/mallory.xml']);
    expect(String(files.get('junit.xml'))).to.not.include('t=120ms');
    expect(String(files.get('junit/ada.xml'))).to.include('t=120ms');
  });

  for (const [name, text] of Object.entries({...HOSTILE, none: ''})) {
    it(`is well-formed and within the schema with ${name}`, () => {
      const root = parsed(junitOf([hostile(text), REFUSED], {isWhole: true}));
      expectAllowed(root);
      expect(all(root, 'testcase').length).to.equal(3);
      expectAllowed(parsed(junitFailure(text)));
    });
  }

  it('gives markup back as the text it was', () => {
    const text = HOSTILE['HTML']!;
    const [failure] = all(parsed(junitOf([hostile(text)], {isWhole: true})), 'failure');
    expect(failure?.attributes['message']).to.equal(text);
    expect(failure?.text).to.include(text);
  });

  it('takes no schema for granted: the check knows what is not allowed', () => {
    const root = parsed('<testsuites><testsuite name="a" tests="1" failures="0"/></testsuites>');
    expect(() => expectAllowed(root)).to.throw();
    expect(() => parsed('<a b="1" b="2"></a>')).to.throw();
    expect(() => parsed('<a>\u0000</a>')).to.throw();
  });
});

function suiteHead(
  group: string,
  said: {tests: number; failures: number; number: string; points: number; most: number},
): readonly string[] {
  const {tests, failures, number, points, most} = said;
  const property = (name: string, value: string | number): string =>
    `      <property name="${name}" value="${value}"/>`;
  return [
    `  <testsuite name="ada: Lab 5 · §5.2 ${group}" tests="${tests}" failures="${failures}" ` +
      'errors="0" skipped="0">',
    '    <properties>', property('submission', 'ada'), property('number', number),
    property('lab', 5), property('points', points), property('pointsMost', most),
    property('counted', 'own'), property('kit', '0.1.0'), '    </properties>',
  ];
}
