/**
 * Stands in for register.js in a package whose files were compiled beforehand.
 *
 * Promises: has the same exports and the same stacks, and needs neither TypeScript nor a cache.
 * x.js lies beside x.ts; where x.ts does not compile, x.ts.error says why instead.
 */
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const outputs = new Map();

/** The JavaScript of a .ts file. Throws what the compiler said of it. */
function compile(file) {
  let code = outputs.get(file);
  if (code !== undefined) return code;
  try {
    code = fs.readFileSync(file.replace(/\.ts$/, '.js'), 'utf8');
  } catch (error) {
    throw fs.existsSync(`${file}.error`)
      ? new Error(fs.readFileSync(`${file}.error`, 'utf8')) : error;
  }
  outputs.set(file, code);
  return code;
}

Module._extensions['.ts'] = (module, file) => module._compile(compile(file), file);
require('@cspotcode/source-map-support').install({
  environment: 'node',
  hookRequire: false,
  handleUncaughtExceptions: false,
  retrieveFile: file => outputs.get(file.replace(/^file:\/\//, '')) ?? '',
});

module.exports = {compile, root: path.resolve(__dirname, '../..')};
