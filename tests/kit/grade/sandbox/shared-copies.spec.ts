/** What a place has copied for all: kept for as long as somebody asks for it. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {isRoot} from '../../../../harness/grade/sandbox/place';
import {openTo} from '../../../../harness/grade/sandbox/sandbox';

describe('what users of a place cannot get to', () => {
  let top: string;
  const at = (name: string): string => path.join(top, name);

  beforeEach(function make() {
    if (!isRoot()) this.skip();
    // Made by mkdtemp, it is shut to all others.
    top = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-shared-'));
    for (const name of ['folder', 'shared', 'program']) fs.mkdirSync(at(name));
    fs.writeFileSync(at('program/tool'), 'text');
  });
  afterEach(() => { if (top !== undefined) fs.rmSync(top, {recursive: true, force: true}); });

  const open = (): string =>
    openTo({folder: at('folder'), shared: at('shared')}, at('program'));

  it('is copied once, and is as new as its last use', () => {
    const copy = open();
    expect(fs.readdirSync(copy)).to.deep.equal(['tool']);
    fs.utimesSync(copy, 1, 1);

    expect(open()).to.equal(copy);
    expect(Date.now() - fs.statSync(copy).mtimeMs).to.be.below(60_000);
    expect(fs.readdirSync(at('folder'))).to.deep.equal([]);
  });

  it('is taken from the other grader that was first to copy it', () => {
    const copy = open();
    fs.rmSync(copy, {recursive: true});
    const {renameSync} = fs;
    fs.renameSync = (from, to) => {
      fs.cpSync(at('program'), String(to), {recursive: true});
      renameSync(from, to);
    };
    try {
      expect(open()).to.equal(copy);
    } finally {
      fs.renameSync = renameSync;
    }
    expect(fs.readdirSync(at('folder'))).to.deep.equal([]);
  });
});
