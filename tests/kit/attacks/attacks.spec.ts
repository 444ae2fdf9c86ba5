/**
 * Every attack is contained: no points, no leak, nothing left behind, nobody else touched.
 *
 * And every attack is armed: in a plain process it does what it says, so that a slip in its text is
 * not taken for a wall that held.
 * Read next: attack.ts; trial.ts.
 */
import {expect} from 'chai';
import type {Grade} from '../../../harness/grade/grade';
import type {NamedAttack, Shown} from './trial';
import {Ground, SECRET} from './ground';
import {readReference} from './pieces';
import {Trial, chosenAttacks} from './trial';

/** Two at a time: the machine has two cores. */
const TOGETHER = 2;
const LIMIT_MS = 900_000;
/** What is refused before any of its code runs; all else is tried in a secure sandbox only. */
const SHUT_OUT = /^(archives|config)\//;
/** Characters of one text in a grade; a picture is one. */
const TEXT_MOST = 40_000;

interface Tried {
  readonly grade: Grade;
  readonly honest: Grade;
  readonly shown: Shown | undefined;
}

/** Right but for one rule, so that its grade has points and a failure. */
const CANARY: NamedAttack = {
  id: 'canary', tries: 'nothing', gains: 'nothing', lab: 1,
  scenarios: ['append', 'terms-rise', 'two-logs', 'late-2'], honest: {}, says: /./,
  armed: {because: 'it is honest'},
  files: {'log.ts': readReference('log.ts').replace('entry.term < termBefore', 'false')},
};

describe('attacks', function attacks() {
  this.timeout(LIMIT_MS);
  const all = chosenAttacks();
  const folders = [...new Set(all.map(({id}) => id.split('/')[0]!))];
  const tried = new Map<string, Tried | Error>();
  const skipped: string[] = [];
  let ground: Ground;
  let plain: Ground;
  let trial: Trial;
  let alone: Grade;
  let contained = 0;

  before(async () => {
    ground = new Ground();
    plain = new Ground();
    await ground.open();
    await plain.open();
    trial = new Trial(ground, plain);
    process.env['FLOTILLA_KEY'] = SECRET;
    alone = await trial.gradeAttack(CANARY, 0);
    ground.remember();
  });
  after(() => {
    delete process.env['FLOTILLA_KEY'];
    ground.close();
    plain.close();
    const shut = skipped.length === 0 ? ''
      : `; ${skipped.length} need a sandbox, and there is none here: ${skipped.join(', ')}`;
    process.stdout.write(`\n  ${contained} of ${all.length} contained${shut}\n`);
  });

  for (const folder of folders) {
    describe(`by ${folder}`, () => {
      const batch = all.filter(({id}) => id.startsWith(`${folder}/`));
      let canary: Grade;

      before(async () => {
        const waiting = batch.filter(attack => isTried(attack));
        const work = async (slot: number): Promise<void> => {
          if (slot === 0) canary = await trial.gradeAttack(CANARY, slot);
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            tried.set(next.id, await tryOne(next, slot));
          }
        };
        await Promise.all(Array.from({length: TOGETHER}, (_, slot) => work(slot)));
      });

      for (const attack of batch) {
        it(`${attack.id.split('/')[1]} ${attack.tries}`, function contain() {
          if (!isTried(attack)) {
            skipped.push(attack.id);
            this.skip();
          }
          const outcome = tried.get(attack.id);
          if (outcome instanceof Error) throw outcome;
          expectArmed(attack, outcome!.shown);
          expect(outcome!.grade.sandbox).to.deep.equal(alone.sandbox);
          expectContained(attack, outcome!);
          contained++;
        });
      }

      it('a submission graded beside them has the grade it has alone', () => {
        expect(withoutTimes(canary)).to.equal(withoutTimes(alone));
        expect(alone.points).to.be.greaterThan(0);
      });

      it('nothing is left of them: no file, no process, no visitor', () => {
        expect(ground.strayProcesses()).to.deep.equal([]);
        expect(ground.strayFiles()).to.deep.equal([]);
        expect(ground.visitors).to.equal(0);
        expect(ground.state()).to.deep.equal(ground.atFirst);
      });
    });
  }

  function isTried(attack: NamedAttack): boolean {
    return alone.sandbox.isSecure || SHUT_OUT.test(attack.id);
  }

  async function tryOne(attack: NamedAttack, slot: number): Promise<Tried | Error> {
    try {
      const shown = 'because' in attack.armed ? undefined : await trial.show(attack);
      const honest = await trial.gradeHonest(attack, slot);
      return {shown, honest, grade: await trial.gradeAttack(attack, slot)};
    } catch (error) {
      return error as Error;
    }
  }
});

function expectArmed({armed}: NamedAttack, shown: Shown | undefined): void {
  if (shown === undefined) return;
  if ('passes' in armed) expect(shown.isPassed, `armed: ${shown.told}`).to.equal(true);
  if ('tells' in armed) expect(shown.told, 'armed').to.match(armed.tells);
  if (!('leaves' in armed)) return;
  if (armed.leaves === 'a mark') expect(shown.mark, `armed: ${shown.told}`).to.match(/^x/);
  if (armed.leaves === 'a visitor') expect(shown.visitors, 'armed').to.be.greaterThan(0);
  if (armed.leaves === 'a process') expect(shown.strays, 'armed').to.not.deep.equal([]);
}

function expectContained({says}: NamedAttack, {grade, honest}: Tried): void {
  expect(saidBy(grade), saidBy(grade)).to.match(says);
  expect(grade.points, saidBy(grade)).to.be.at.most(honest.points);
  expect(grade.slips, 'slips of the grader').to.deep.equal([]);
  for (const {cause} of scenariosOf(grade)) expect(cause).to.not.equal('grader');
  for (const text of textsIn(grade)) {
    expect(text).to.not.match(new RegExp(`${SECRET}|taken: `));
    expect(text.length, text.slice(0, 2_000)).to.be.at.most(TEXT_MOST);
    // Of the controls only the end of a line is text; the rest speaks to terminals.
    expect(text).to.not.match(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** All that a verdict says, a line each. */
function saidBy(grade: Grade): string {
  return [
    ...grade.refused === undefined ? [] : [`refused: ${grade.refused}`],
    ...scenariosOf(grade).map(({name, verdict, cause, reason}) =>
      `${name} ${verdict}${cause === undefined ? '' : ` (${cause})`}: ${reason ?? ''}`),
    ...grade.typeErrors.map(line => `type error: ${line}`),
    ...grade.passedOver.map(file => `passed over: ${file}`),
  ].join('\n');
}

function scenariosOf(grade: Grade): Grade['labs'][number]['scenarios'] {
  return grade.labs.flatMap(lab => lab.scenarios);
}

function withoutTimes(grade: Grade): string {
  return JSON.stringify({...grade, times: undefined});
}
