/** Which labs have not been begun: all from one on, or nothing is known. */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {isUntouchedFrom} from '../../../../harness/grade/engine/untouched';
import {root} from '../../../../harness/host/register.js';
import {allLabs} from '../../../../harness/scenario/labs';

const skeleton = path.join(root, 'skeleton');

describe('a lab that was not begun', () => {
  const given = new Map(allLabs().flatMap(({files}) => files.map(({file}) => file))
    .filter(file => fs.existsSync(path.join(skeleton, file)))
    .map(file => [file, fs.readFileSync(path.join(skeleton, file))] as const));
  const untouchedIn = (texts: ReadonlyMap<string, Buffer>): readonly number[] => allLabs()
    .filter(lab => isUntouchedFrom(lab, texts)).map(({number}) => number);
  const withFile = (name: string, text: string): ReadonlyMap<string, Buffer> =>
    new Map([...given, [name, Buffer.from(text)]]);

  it('is every lab of what was given, whichever ends its lines have', () => {
    expect(given.size).to.be.greaterThan(10);
    expect(untouchedIn(given)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    const ends = given.get('log.ts')!.toString().replaceAll('\n', '\r\n');
    expect(untouchedIn(withFile('log.ts', ends)))
      .to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(untouchedIn(new Map())).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('comes behind the last one of which any file has changed', () => {
    for (const {number, files} of allLabs()) {
      for (const {file} of files) {
        const touched = withFile(file, `${given.get(file)?.toString() ?? ''}// mine\n`);
        expect(untouchedIn(touched), file)
          .to.deep.equal([1, 2, 3, 4, 5, 6, 7].filter(other => other > number));
      }
    }
  });

  it('is none beside a file that no lab asks for', () => {
    expect(untouchedIn(withFile('notes.ts', ''))).to.deep.equal([]);
    expect(untouchedIn(withFile('../ben-untouched/log.ts', ''))).to.deep.equal([]);
  });
});
