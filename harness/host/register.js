/**
 * Lets Node run the kit's TypeScript: ts-node compiles a file once, and the result is kept.
 *
 * Promises: a file is compiled again only when its text, the compiler or the options changed; the
 * output carries its source map, so stacks, breakpoints and coverage speak of .ts lines. Types are
 * not checked here (`flotilla test` checks them beside the run).
 * This file and compiler.js are JavaScript because nothing can compile them.
 */
'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const {compileText, compilerOptions, root} = require('./compiler.js');

const cacheFolder = process.env.FLOTILLA_CACHE || path.join(root, 'node_modules/.cache/flotilla');
const salt = JSON.stringify([
  compilerOptions, process.version, 'cache 2',
  require('typescript/package.json').version, require('ts-node/package.json').version,
]);
const outputs = new Map();

/** The JavaScript of a .ts file, from the cache if its text is known. Throws on a syntax error. */
function compile(file) {
  const source = fs.readFileSync(file, 'utf8');
  const known = outputs.get(file);
  if (known && known.source === source) return known.code;
  const key = crypto.createHash('sha1').update(salt).update(file).update('\0').update(source)
    .digest('hex');
  const cached = path.join(cacheFolder, `${key}.js`);
  let code;
  try {
    code = fs.readFileSync(cached, 'utf8');
  } catch {
    code = compileText(source, file);
    keep(cached, code);
  }
  outputs.set(file, {source, code});
  return code;
}

/** Writes beside and renames, so that a reader never sees half a file. A full disk is no error. */
function keep(cached, code) {
  const beside = `${cached}.${process.pid}`;
  try {
    fs.mkdirSync(cacheFolder, {recursive: true});
    fs.writeFileSync(beside, code);
    fs.renameSync(beside, cached);
  } catch {
    fs.rmSync(beside, {force: true});
  }
}

if (!Module._extensions['.ts']?.flotilla) {
  const load = (module, file) => module._compile(compile(file), file);
  load.flotilla = true;
  Module._extensions['.ts'] = load;
  require('@cspotcode/source-map-support').install({
    environment: 'node',
    hookRequire: false,
    handleUncaughtExceptions: false,
    retrieveFile: file => outputs.get(file.replace(/^file:\/\//, ''))?.code ?? '',
  });
}

module.exports = {compile, root};
