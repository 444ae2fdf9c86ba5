/**
 * Skeleton and reference are the same files with other bodies, and every mark is where it belongs.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import {allLabs, folderOf} from '../../../harness/scenario/labs';
import {declarationsOf} from './declarations';

const read = (...parts: string[]): string => fs.readFileSync(path.join(root, ...parts), 'utf8');

describe('skeleton and reference', () => {
  const files = allLabs().flatMap(lab => lab.files.map(({file}) => ({lab, file})));

  it('hold the same files', () => {
    const sources = (folder: string): string[] => (
      fs.readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
        .filter(file => file.endsWith('.ts')).map(file => file.split(path.sep).join('/')).sort()
    );
    expect(sources('skeleton')).to.deep.equal(files.map(({file}) => file).sort());
    expect(sources('reference')).to.deep.equal(sources('skeleton'));
  });

  for (const {lab, file} of files) {
    it(`differ in bodies only: ${file}`, () => {
      const skeleton = declarationsOf(path.join(root, 'skeleton', file));
      const reference = declarationsOf(path.join(root, 'reference', file));
      expect(skeleton.head).to.equal(reference.head);
      expect(skeleton.exportedNames).to.deep.equal(reference.exportedNames);
      // The reference may have parts of its own that its bodies need; it may not promise otherwise.
      expect(reference.promises).to.include.members([...skeleton.promises]);
    });

    it(`mark what is to be written in ${file}, and nothing in the reference`, () => {
      const text = read('skeleton', file);
      const todos = [...text.matchAll(/return todo\((\d+), '([\w.]+)'/g)];
      const marks = [...text.matchAll(/TODO\(lab (\d+)\): /g)];
      expect(todos.length).to.be.greaterThan(0);
      expect(marks.length).to.be.at.least(todos.length);
      for (const [, number] of todos) expect(Number(number)).to.be.at.least(lab.number);
      expect(read('reference', file)).to.not.match(/TODO|todo\(/);
    });

    it(`imports no later lab: ${file}`, () => {
      const later = files.filter(one => one.lab.number > lab.number).map(one => one.file);
      for (const folder of ['skeleton', 'reference']) {
        for (const [, name] of read(folder, file).matchAll(/'#solution\/([\w-]+)'/g)) {
          expect(later, `${folder}/${file} imports ${name}`).to.not.include(`${name}.ts`);
        }
      }
    });
  }

  it('are commented as densely as a student needs: at least 35 in 100 lines', () => {
    for (const {file} of files) {
      const lines = read('skeleton', file).split('\n').filter(line => line.trim() !== '');
      const comments = lines.filter(line => /^\s*(\/\/|\/?\*)/.test(line));
      expect(comments.length / lines.length, file).to.be.at.least(0.35);
    }
  });

  it('keep to what each handout counts: TODOs a file', () => {
    for (const {lab, file} of files) {
      const todos = [...read('skeleton', file).matchAll(/return todo\((\d+),/g)]
        .filter(([, number]) => Number(number) === lab.number).length;
      const part = lab.parts?.find(({files: named}) => named.includes(file));
      const row = read('labs', folderOf(lab), part?.handout ?? 'README.md').split('\n')
        .find(line => line.startsWith('|') && line.includes(`skeleton/${file}`));
      expect(row, `${folderOf(lab)} has no row for skeleton/${file}`).to.not.equal(undefined);
      expect(row, `TODOs of ${file}`).to.match(new RegExp(`\\| *${todos} *\\|`));
    }
  });
});
