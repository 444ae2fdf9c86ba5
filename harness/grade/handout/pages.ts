/**
 * The pages of a student's copy: HANDOUT.md for the labs that are there, and a README that is
 * theirs.
 *
 * HANDOUT.md is the instructor's to edit. So nothing here relies on its words: rows and paragraphs
 * that lead to a lab which is left out go, and examples name a lab that is there.
 * Read next: copy-files.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {folderOf} from '../../scenario/labs';
import type {Lab} from '../../scenario/labs';
import {kitVersion} from '../../scenario/token';
import {absentLabs, filesOf, isUnlocked, neededFiles} from './choice';
import type {Choice} from './choice';
import {stillToWrite} from './finished-files';
import {hasCluster} from './student-package';

/** The lab that examples of commands are about. */
const EXAMPLE = 'election';
/** In titles of every lab. */
const EXAMPLE_WORDS = 'random';

export function handoutPage(choice: Choice): string {
  const text = fs.readFileSync(path.join(root, 'HANDOUT.md'), 'utf8');
  if (notes(choice) === '') return text;
  return text.split(/^(?=## )/m)
    .filter(section => !section.startsWith('## The real thing') || hasCluster(choice))
    .map(section => (section.startsWith('## Start') ? startSection(section, choice) : section))
    .map(section => withoutAbsentLabs(withExamples(section, choice), choice))
    .map(section => (section.startsWith('## The labs') ? section + notes(choice) : section))
    .join('').replace(/\n+$/, '\n');
}

function startSection(section: string, {labs: [first]}: Choice): string {
  if (first === undefined || first.number === 1) return section;
  return `## Start

You need Node.js 20.19 or later, and nothing else.

\`\`\`
npm ci
npm test -- ${first.name}
\`\`\`

Your first lab answers with what is not written yet, where, which part of the paper its tests are
about, and how many of them wait for it.

Now open [labs/${folderOf(first)}/README.md](labs/${folderOf(first)}/README.md) and go from step to
step. You edit files in \`skeleton/\` and nothing else.

`;
}

function withExamples(text: string, {labs}: Choice): string {
  const shown = labs.at(-1);
  const section = text.replace(/(npm run coverage -- )\w+/g, `$1${labs[0]?.name ?? ''}`);
  if (shown === undefined || labs.some(({name}) => name === EXAMPLE)) return section;
  const file = shown.files[0]?.file.replace(/\.ts$/, '') ?? shown.name;
  return section
    .replaceAll(new RegExp(`(npm test -- |flotilla test )${EXAMPLE}\\b`, 'g'), `$1${shown.name}`)
    .replace(/`\d`, `\d-\w+` and `\w+` \(a file\)/,
      `\`${shown.number}\`, \`${folderOf(shown)}\` and \`${file}\` (a file)`)
    .replace(/--grep "[^"]*"/, `--grep "${EXAMPLE_WORDS}"`);
}

/** Drops rows of tables, and paragraphs, that lead to what is not here. */
function withoutAbsentLabs(section: string, choice: Choice): string {
  const absent = absentLabs(choice);
  const isOf = (lab: Lab, text: string): boolean => text.includes(`labs/${folderOf(lab)}/`) ||
    (lab.parts ?? []).some(({letter}) => text.includes(`npm test -- ${lab.number}${letter}`));
  const isGone = (text: string): boolean => absent.some(lab => isOf(lab, text)) ||
    (!hasCluster(choice) && text.includes('npm run cluster'));
  return section.split(/\n(?=\n)/).flatMap(part => {
    const isTable = part.trimStart().startsWith('|');
    const kept = isTable ? part.split('\n').filter(row => !isGone(row)).join('\n') : part;
    return !isTable && isGone(part) ? [] : [kept];
  }).join('\n').replace(/\n*$/, '\n\n');
}

/** What a student should know of a copy that is not the whole course. */
function notes(choice: Choice): string {
  const lines = [...absentNotes(choice), ...unlockedNotes(choice)];
  return lines.length === 0 ? ''
    : `About this copy:\n\n${lines.map(line => `- ${line}`).join('\n')}\n\n`;
}

function absentNotes(choice: Choice): readonly string[] {
  const absent = absentLabs(choice);
  if (absent.length === 0) return [];
  const needed = neededFiles(choice);
  const list = absent.map(({number}) => number).join(', ').replace(/, (\d)$/, ' and $1');
  return [
    `${absent.length === 1 ? `Lab ${list} is` : `Labs ${list} are`} not part of this copy.`,
    ...needed.length === 0 ? [] : [
      'What your labs need of labs before them that are not here is\n' +
      '  in `harness/raft/finished/`, compiled.',
    ],
  ];
}

function unlockedNotes(choice: Choice): readonly string[] {
  return filesOf(choice.unlocked.map(({lab}) => lab)).map(({file, lab}) => ({file, lab}))
    .filter(({file}, n, all) => isUnlocked(choice, file) &&
      all.findIndex(one => one.file === file) === n)
    .map(({file, lab}) => {
      const left = stillToWrite(file, choice).map(name => `\`${name.replace(/^\w+\./, '')}\``);
      return `\`skeleton/${file}\` (lab ${lab.number}) is finished: read it, and build on it.` +
        (left.length === 0 ? '' : `\n  Still to write in it: ${left.join(', ')}.`);
    });
}

export function studentReadme(choice: Choice): string {
  const {labs: [first]} = choice;
  const rows = choice.labs.map(lab =>
    `- [Lab ${lab.number}: ${lab.title}](labs/${folderOf(lab)}/README.md), ${lab.points} points`);
  return `# Flotilla

Build Raft, lab by lab, and see it survive a network that you can break. Start with
[HANDOUT.md](HANDOUT.md).

\`\`\`
npm ci
npm test -- ${first?.name ?? ''}
\`\`\`

${rows.join('\n')}
${notes(choice) === '' ? '' : `\n${notes(choice).trimEnd()}\n`}
You edit files in \`skeleton/\`, and that folder is what you hand in. Keep your copy in a private
repository: others shall have the pleasure, too.

This is kit ${kitVersion()} (\`npx flotilla --version\`). Say so when you report something.
`;
}
