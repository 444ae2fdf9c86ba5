/**
 * The protocol of Redis clients: requests out of bytes in any pieces, replies in both versions.
 */
import {expect} from 'chai';
import {encodeReply} from '../../../harness/runtime/resp-replies';
import type {Reply} from '../../../harness/runtime/resp-replies';
import {ProtocolError, RequestReader} from '../../../harness/runtime/resp-requests';
import type {Words} from '../../../harness/runtime/resp-requests';

const ANY_BYTES = String.fromCharCode(...Array.from({length: 256}, (_, n) => n));

function array(...words: string[]): string {
  return `*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`;
}

/** The requests in these bytes, cut into chunks of this size. */
function requestsIn(bytes: string, chunkBytes = bytes.length): readonly Words[] {
  const requests: Words[] = [];
  const reader = new RequestReader(words => requests.push(words));
  const all = Buffer.from(bytes, 'latin1');
  for (let offset = 0; offset < all.length; offset += chunkBytes) {
    // Memory of its own, as from a socket.
    reader.push(Buffer.from(all.subarray(offset, offset + chunkBytes)));
  }
  return requests;
}

describe('requests of Redis clients', () => {
  const long = 'x'.repeat(70_000);
  const requests = [
    ['SET', 'key', ANY_BYTES], ['PING'], ['GET', ''], ['SET', 'long', long],
    ['ECHO', '*3\r\n$1\r\n'],
  ];

  it('are the same however the stream is cut', () => {
    const stream = requests.map(words => array(...words)).join('');
    for (const size of [1, 2, 3, 7, 64, 1_000, 100_000]) {
      expect(requestsIn(stream, size), `chunks of ${size}`).to.deep.equal(requests);
    }
  });

  it('may be lines that a person types, between arrays too', () => {
    const stream = `PING\r\n${array('GET', 'a')}set a "b \\"c"\n\r\n${array('PING')}`;
    expect(requestsIn(stream, 1))
      .to.deep.equal([['PING'], ['GET', 'a'], ['set', 'a', 'b "c'], ['PING']]);
  });

  it('may come many at once', () => {
    const many = Array.from({length: 1_000}, (_, n) => ['SET', `k${n}`, `v${n}`]);
    expect(requestsIn(many.map(one => array(...one)).join(''))).to.deep.equal(many);
    expect(requestsIn('PING\r\nGET a\r\n\r\nGET \'b c\'\n' + array('GET', 'd')))
      .to.deep.equal([['PING'], ['GET', 'a'], ['GET', 'b c'], ['GET', 'd']]);
  });

  it('that are none are refused, and what came before them is not lost', () => {
    for (const wrong of [
      '*1\r\n:5\r\n', '*1\r\n$-1\r\n', '*1\r\n*1\r\n$1\r\na\r\n', '*99999999999\r\n', '*1\r\n!\r\n',
      'x'.repeat(70_000),
    ]) {
      const requests: Words[] = [];
      const reader = new RequestReader(one => requests.push(one));
      const push = (): void => reader.push(Buffer.from(array('PING') + wrong, 'latin1'));
      const alone = (): void => reader.push(Buffer.from(wrong, 'latin1'));
      expect(wrong.startsWith('*') ? push : alone, wrong.slice(0, 20)).to.throw(ProtocolError);
      expect(requests).to.deep.equal(wrong.startsWith('*') ? [['PING']] : []);
    }
  });
});

describe('replies to Redis clients', () => {
  const cases: readonly [Reply, string, string][] = [
    [null, '$-1\r\n', '_\r\n'],
    ['', '$0\r\n\r\n', '$0\r\n\r\n'],
    ['a\r\nb', '$4\r\na\r\nb\r\n', '$4\r\na\r\nb\r\n'],
    [-7, ':-7\r\n', ':-7\r\n'],
    [{simple: 'OK'}, '+OK\r\n', '+OK\r\n'],
    [{error: 'ERR two\r\nlines'}, '-ERR two lines\r\n', '-ERR two lines\r\n'],
    [[1, [null], []], '*3\r\n:1\r\n*1\r\n$-1\r\n*0\r\n', '*3\r\n:1\r\n*1\r\n_\r\n*0\r\n'],
    [{map: {a: 1, b: null}}, '*4\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n$-1\r\n',
      '%2\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n_\r\n'],
  ];
  for (const [reply, second, third] of cases) {
    it(`${JSON.stringify(reply)} is written in versions 2 and 3`, () => {
      expect(encodeReply(reply, 2)).to.equal(second);
      expect(encodeReply(reply, 3)).to.equal(third);
    });
  }
});
