/** Confirming by comparing letters: what is not the very line expected is read, and judged. */
import crypto from 'node:crypto';
import {expect} from 'chai';
import {confirm} from '../../../../harness/grade/engine/confirm';
import type {Difference} from '../../../../harness/grade/engine/confirm';
import type {BoxRecord} from '../../../../harness/grade/engine/recording-host';
import {RenewableHost} from '../../../../harness/grade/engine/renewable-host';
import type {BoxInput, Effect, Input} from '../../../../harness/host/box';
import {ProcessHost} from '../../../../harness/host/process-host';
import {badGuest} from '../../host/bad-guests';

const INPUTS = 300;

/** What the honest one answers: of each input, a line and a message. */
const ANSWER = `
  const effects = asked.inputs.map(({input: {nowMs}}) => [
    {kind: 'log', line: 'at ' + nowMs}, {kind: 'send', to: 'S2', message: '{"term":' + nowMs + '}'},
  ]);
`;
const HONEST = 'say(JSON.stringify(effects));';

describe('confirmation of what a process says', () => {
  it('finds nothing in the very same letters, and gives back what was expected', async () => {
    expect(await differenceWith(HONEST)).to.equal(undefined);
    const host = hostWith(HONEST);
    const {inputs, effects} = life();
    const expected = effects.slice(0, 1);
    const batch: BoxInput[] = [{box: host.newBox(), input: inputs[0]!}];

    expect(await host.step(batch, expected)).to.equal(expected);
    const unexpected = await host.step(batch);
    expect(unexpected).to.deep.equal(expected);
    expect(unexpected).to.not.equal(expected);
    await host.close();
  });

  it('finds one letter, and says after which input', async () => {
    const found = await differenceWith(`
      if (lines === 2) effects[56][1].message = effects[56][1].message.replace('6', '7');
      ${HONEST}`);
    expect(found).to.deep.include({box: 'S1', inputNumber: 257});
    expect(found).to.not.have.property('death');
  });

  it('takes the same effects in other letters for the same', async () => {
    expect(await differenceWith('say(JSON.stringify(effects).replaceAll(",", " , "));'))
      .to.equal(undefined);
    expect(await differenceWith('say(JSON.stringify(effects).replaceAll("at", "\\\\u0061t"));'))
      .to.equal(undefined);
  });

  it('finds what is more than was expected', async () => {
    expect(await differenceWith(`effects.at(-1).push({kind: 'sync'}); ${HONEST}`))
      .to.deep.include({inputNumber: 200});
    const found = await differenceWith(`effects.push([]); ${HONEST}`);
    expect(found?.death?.message).to.match(/not one list an input/);
  });

  it('believes no line after the one expected', async () => {
    const found = await differenceWith(`say(JSON.stringify(effects) + '\\n[]');`);
    expect(found?.death?.message).to.match(/something it was not asked/);
  });

  it('finds what is less than was expected', async () => {
    expect(await differenceWith(`effects.at(-1).pop(); ${HONEST}`))
      .to.deep.include({inputNumber: 200});
    const found = await differenceWith('say(JSON.stringify(effects).slice(0, -1));');
    expect(found?.death?.message).to.match(/is no JSON text/);
  });
});

async function differenceWith(code: string): Promise<Difference | undefined> {
  const found = await confirm(
    [{key: 'world', records: [life()]}], () => new RenewableHost(() => hostWith(code)));
  return found.get('world');
}

function hostWith(code: string): ProcessHost {
  const id = crypto.createHash('sha256').update(code).digest('hex').slice(0, 8);
  return new ProcessHost({guestFile: badGuest(`letters ${id}`, ANSWER + code)});
}

function life(): BoxRecord {
  const inputs = Array.from({length: INPUTS}, (_, nowMs): Input => (nowMs > 0
    ? {kind: 'timer', nowMs}
    : {kind: 'boot', nowMs, servers: ['S1'], settings: '{}', seed: 1, incarnation: 0, disk: []}));
  const effects = inputs.map(({nowMs}): Effect[] => [
    {kind: 'log', line: `at ${nowMs}`}, {kind: 'send', to: 'S2', message: `{"term":${nowMs}}`},
  ]);
  return {spec: {id: 'S1', program: 'server.ts', modules: {}}, inputs, effects};
}
