/**
 * Compiles TypeScript with ts-node, for register.js and for the grader's sandbox alike.
 *
 * Promises: one set of options, so that a file runs the same wherever it was compiled.
 * Hides: that ts-node takes a second to load, and is loaded only if something must be compiled.
 */
'use strict';
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const compilerOptions = {
  target: 'es2023', module: 'node20', moduleResolution: 'node16', esModuleInterop: true,
  rootDir: root, sourceMap: true, inlineSources: true,
};
let service;

/** The JavaScript, with its source map. Throws ts-node's TSError on a syntax error. */
function compileText(source, file) {
  service ??= require('ts-node').create({
    cwd: root, skipProject: true, transpileOnly: true, compilerOptions, ignore: [],
    logError: false,
  });
  return service.compile(source, file);
}

module.exports = {compileText, compilerOptions, root};
