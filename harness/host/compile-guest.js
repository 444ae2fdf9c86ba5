/**
 * Compiles a submission's files in the sandbox that will run them.
 *
 * One line of JSON comes in: the files' names. For each, one line goes out: its JavaScript, or what
 * the compiler said. Whoever started this believes neither, and only keeps the bytes.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const {compileText} = require('./compiler.js');

const SOURCE_MAP = /(\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,)([\w+/=]+)/;

/** A source map that finds its source beside the compiled file, wherever both lie. */
function withoutFolder(code) {
  return code.replace(SOURCE_MAP, (line, start, base64) => {
    const map = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    map.sources = map.sources.map(file => path.posix.basename(file));
    map.file = map.sources[0];
    return start + Buffer.from(JSON.stringify(map)).toString('base64');
  });
}

function compiled(file) {
  try {
    return {code: withoutFolder(compileText(fs.readFileSync(file, 'utf8'), file))};
  } catch (error) {
    return {error: String(error.message).slice(0, 4_000)};
  }
}

const files = JSON.parse(fs.readFileSync(0, 'utf8'));
for (const file of files) fs.writeSync(1, `${JSON.stringify(compiled(file))}\n`);
