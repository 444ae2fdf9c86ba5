/**
 * What Redis clients are answered: keys, redirects, the cluster, the order of a pipeline.
 */
import {expect} from 'chai';
import {slotOf} from '../../../harness/runtime/key-commands';
import {FakeFrontEnd} from './fake-front-end';

describe('commands of Redis clients', () => {
  let server: FakeFrontEnd;

  beforeEach(() => { server = new FakeFrontEnd(); });

  it('are the operations of the store', async () => {
    const cases = [
      [['SET', 'k', 'v'], {op: 'set', key: 'k', value: 'v'}, null, '+OK\r\n'],
      [['get', 'k'], {op: 'get', key: 'k'}, 'v', '$1\r\nv\r\n'],
      [['get', 'k'], {op: 'get', key: 'k'}, null, '$-1\r\n'],
      [['append', 'k', 'w'], {op: 'append', key: 'k', value: 'w'}, 2, ':2\r\n'],
      [['del', 'k'], {op: 'delete', key: 'k'}, true, ':1\r\n'],
      [['del', 'k'], {op: 'delete', key: 'k'}, false, ':0\r\n'],
      [['cas', 'k', 'a', 'b'], {op: 'compareAndSet', key: 'k', expected: 'a', value: 'b'}, true,
        ':1\r\n'],
      [['setnx', 'k', 'b'], {op: 'compareAndSet', key: 'k', expected: null, value: 'b'}, false,
        ':0\r\n'],
      [['set', 'k', 'b', 'nx'], {op: 'compareAndSet', key: 'k', expected: null, value: 'b'}, false,
        '$-1\r\n'],
      [['exists', 'k'], {op: 'get', key: 'k'}, '', ':1\r\n'],
      [['strlen', 'k'], {op: 'get', key: 'k'}, 'four', ':4\r\n'],
    ] as const;
    for (const [words, operation, outcome, reply] of cases) {
      server.send(...words);
      await server.replies();
      expect(server.done(outcome), words.join(' ')).to.deep.equal(operation);
      expect(await server.replies(), words.join(' ')).to.equal(reply);
    }
  });

  it('that read and write try again until nobody comes between', async () => {
    server.send('INCR', 'n');
    await server.replies();
    server.done('41');
    await server.replies();
    expect(server.done(false))
      .to.deep.equal({op: 'compareAndSet', key: 'n', expected: '41', value: '42'});
    await server.replies();
    server.done('99');
    await server.replies();
    expect(server.done(true))
      .to.deep.equal({op: 'compareAndSet', key: 'n', expected: '99', value: '100'});
    expect(await server.replies()).to.equal(':100\r\n');

    server.send('set', 'k', 'new', 'XX', 'GET');
    await server.replies();
    server.done(null);
    expect(await server.replies()).to.equal('$-1\r\n');
    server.send('incr', 'word');
    await server.replies();
    server.done('word');
    expect(await server.replies()).to.equal('-ERR value is not an integer or out of range\r\n');
  });

  it('go to the leader, are put off without one, and are never undone in doubt', async () => {
    const cases = [
      [{kind: 'moved', leader: 'S3'}, '-MOVED 12182 127.0.0.1:7003\r\n'],
      [{kind: 'noLeader'}, '-CLUSTERDOWN no leader is known; try again in a moment\r\n'],
      [{kind: 'unknown'},
        '-UNCERTAIN no answer from the cluster: what was asked may be done, or not\r\n'],
    ] as const;
    for (const [asked, reply] of cases) {
      server.send('SET', 'foo', 'v');
      await server.replies();
      server.answer(asked);
      expect(await server.replies()).to.equal(reply);
    }
  });

  it('of one pipeline are answered in order, and see each other\'s writes', async () => {
    for (const words of ['set a 1', 'set b 2', 'ping', 'get a', 'get b', 'incr a', 'get a']) {
      server.send(...words.split(' '));
    }
    await server.replies();
    expect(server.questions.map(({operation}) => operation.op)).to.deep.equal(['set', 'set']);
    const [first, second] = server.questions.splice(0);
    second!.answer({kind: 'done', outcome: null});
    expect(await server.replies(), 'the second may not overtake').to.equal('');
    first!.answer({kind: 'done', outcome: null});
    expect(await server.replies()).to.equal('+OK\r\n+OK\r\n+PONG\r\n');
    expect(server.questions.map(({operation}) => operation.op)).to.deep.equal(['get', 'get']);
    server.done('1');
    server.done('2');
    expect(await server.replies()).to.equal('$1\r\n1\r\n$1\r\n2\r\n');
    expect(server.questions.length, 'INCR alone').to.equal(1);
    server.done('1');
    await server.replies();
    server.done(true);
    expect(await server.replies()).to.equal(':2\r\n');
    server.done('2');
    expect(await server.replies()).to.equal('$1\r\n2\r\n');
  });

  it('that are wrong say what is wrong, and the connection goes on', async () => {
    const cases = [
      [['nonsense'], '-ERR unknown command \'nonsense\'\r\n'],
      [['get'], '-ERR wrong number of arguments for \'get\' command\r\n'],
      [['set', 'k', 'v', 'EX', '5'], '-ERR SET EX is not supported; NX, XX and GET are\r\n'],
      [['set', 'k', 'v', 'NX', 'XX'], '-ERR syntax error\r\n'],
      [['select', '1'], '-ERR SELECT is not allowed in cluster mode\r\n'],
      [['cluster', 'meet'], '-ERR unknown subcommand \'meet\' of CLUSTER\r\n'],
      [['config', 'set', 'save', ''], '-ERR CONFIG set is not supported; CONFIG GET is\r\n'],
    ] as const;
    for (const [words, reply] of cases) {
      expect(await server.reply(...words), words.join(' ')).to.equal(reply);
    }
    expect(await server.reply('ping', 'still here')).to.equal('$10\r\nstill here\r\n');
    server.sendBytes('*1\r\n:1\r\n');
    expect(await server.replies()).to.equal('-ERR Protocol error: expected \'$\'\r\n');
    expect(server.hasEnded).to.equal(true);
  });

  it('choose the version of the protocol', async () => {
    expect(await server.reply('HELLO', '3')).to.match(/^%7\r\n.*proto\r\n:3\r\n/s);
    server.send('get', 'k');
    await server.replies();
    server.done(null);
    expect(await server.replies()).to.equal('_\r\n');
    expect(await server.reply('HELLO', '4')).to.match(/^-NOPROTO/);
    expect(await server.reply('HELLO', '2')).to.match(/^\*14\r\n.*proto\r\n:2\r\n/s);
    expect(await server.reply('QUIT')).to.equal('+OK\r\n');
    expect(server.hasEnded).to.equal(true);
  });

  it('ask about the cluster: the leader owns every slot, the others stand by', async () => {
    server.state = {...server.state, role: 'follower', leaderId: 'S2'};
    const slots = await server.reply('CLUSTER', 'SLOTS');
    expect(slots).to.match(/^\*1\r\n\*5\r\n:0\r\n:16383\r\n\*4\r\n\$9\r\n127.0.0.1\r\n:7002\r\n/);
    const lines = await server.reply('CLUSTER', 'NODES');
    expect(lines).to.match(/ 127.0.0.1:7002@17002 master - 0 0 3 connected 0-16383\n/);
    expect(lines).to.match(/ 127.0.0.1:7001@17001 myself,slave [0-9a-f]{40} 0 0 3 connected\n/);
    expect(await server.reply('CLUSTER', 'INFO')).to.match(/cluster_state:ok\r\n/);
    expect(await server.reply('CLUSTER', 'MYID')).to.match(/^\$40\r\n[0-9a-f]{40}\r\n$/);
    expect(await server.reply('CLUSTER', 'SHARDS')).to.match(/7002.*master.*7001.*replica/s);
    server.state = {...server.state, leaderId: null};
    expect(await server.reply('CLUSTER', 'INFO')).to.match(/cluster_state:fail\r\n/);
  });

  it('ask about the server', async () => {
    const info = await server.reply('INFO');
    for (const line of [
      'redis_mode:cluster', 'loading:0', 'role:master', 'cluster_enabled:1', 'raft_server:S1',
      'raft_role:leader', 'raft_current_term:3', 'raft_commit_index:9', 'raft_log_from:5',
      'raft_log_to:10', 'records_file_bytes:123',
    ]) expect(info).to.include(`${line}\r\n`);
    expect(await server.reply('INFO', 'raft')).to.not.include('redis_mode');
    expect(await server.reply('CONFIG', 'GET', 'app*'))
      .to.equal('*4\r\n$10\r\nappendonly\r\n$3\r\nyes\r\n$11\r\nappendfsync\r\n$6\r\nalways\r\n');
    expect(await server.reply('COMMAND', 'INFO', 'get', 'nonsense'))
      .to.equal('*2\r\n*10\r\n$3\r\nget\r\n:2\r\n*1\r\n+readonly\r\n:1\r\n:1\r\n:1\r\n' +
        '*0\r\n*0\r\n*0\r\n*0\r\n$-1\r\n');
    expect(await server.reply('COMMAND', 'COUNT')).to.match(/^:\d\d\r\n$/);
    expect(await server.reply('CLIENT', 'SETNAME', 'me')).to.equal('+OK\r\n');
    expect(await server.reply('CLIENT', 'LIST')).to.match(/id=7 .* name=me /);
    expect(await server.reply('CLIENT', 'ID')).to.equal(':7\r\n');
  });
});

describe('slots', () => {
  it('are counted as Redis counts them, by the part in braces if there is one', () => {
    const slots = {
      'foo': 12182, 'bar': 5061, '': 0, '123456789': 12739, '{foo}.a': 12182, 'x{foo}': 12182,
      '{}foo': 9500, '\u00e9': 11271,
    };
    for (const [key, slot] of Object.entries(slots)) expect(slotOf(key), key).to.equal(slot);
  });
});
