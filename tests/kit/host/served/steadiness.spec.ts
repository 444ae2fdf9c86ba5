/**
 * Runs that got the same answers must do the same.
 */
import {expect} from 'chai';
import {Steadiness} from '../../../../harness/scenario/steadiness';
import {BadResults, resultsIn} from '../../../../harness/scenario/student-results';

/** Runs as 'said>heard said>heard said', each in words. */
function isSteady(...runs: readonly string[]): boolean {
  const steadiness = new Steadiness();
  for (const run of runs) {
    const recording = steadiness.record();
    for (const exchange of run.split(' ')) {
      const [said = '', heard] = exchange.split('>');
      recording.said(said);
      if (heard !== undefined) recording.heard(heard);
    }
  }
  return !steadiness.isBroken;
}

describe('steadiness', () => {
  it('lets runs differ once they got different answers', () => {
    expect(isSteady('append>1 last>1 passed', 'append>1 last>2 failed')).to.equal(true);
    expect(isSteady('append>1 last>1 passed', 'append>2 first>0 failed')).to.equal(true);
    expect(isSteady('append>1 passed', 'append>1 passed', 'append>1 passed')).to.equal(true);
  });

  it('notices runs that differ before', () => {
    expect(isSteady('append>1 passed', 'append>1 failed')).to.equal(false);
    expect(isSteady('append>1 last>1 passed', 'append>1 first>1 passed')).to.equal(false);
    expect(isSteady('passed', 'failed')).to.equal(false);
    expect(isSteady('append>1 passed', 'append>2 failed', 'append>2 passed')).to.equal(false);
  });
});

describe('results of students\' tests', () => {
  const frame = {name: '', module: '#solution/log.test', line: 3};
  const good = {title: 'a', passed: false, error: {name: 'E', message: 'm', frames: [frame]}};

  it('are taken if they have the shape of results', () => {
    expect(resultsIn(JSON.stringify([good, {title: 'b', passed: true}])))
      .to.deep.equal([good, {title: 'b', passed: true}]);
  });

  it('are cut, and cannot steer a terminal', () => {
    const [result] = resultsIn(JSON.stringify([
      {title: `\u001b[2J${'x'.repeat(9_999)}`, passed: true, verdict: 'all points'},
    ]));

    expect(result?.title).to.match(/^\ufffd\[2Jx{296}…$/);
    expect(result).to.have.keys('title', 'passed');
  });

  it('are refused otherwise', () => {
    for (const bad of [
      {}, 'passed', [null], [{title: 'a'}], [{title: 1, passed: true}], [{title: 'a', passed: 1}],
      [{...good, error: {name: 'E', message: 'm'}}], [{...good, error: 'E'}],
      [{...good, error: {...good.error, frames: [{...frame, line: '3'}]}}],
      Array.from({length: 5_001}, () => ({title: 'a', passed: true})),
    ]) {
      expect(() => resultsIn(JSON.stringify(bad)), JSON.stringify(bad).slice(0, 50))
        .to.throw(BadResults);
    }
  });
});
