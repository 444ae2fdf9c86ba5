/**
 * Real connections keep the contract that simulated ones keep in lab 7d's tests.
 */
import {expect} from 'chai';
import net from 'node:net';
import {freePorts} from '../../../harness/runtime/free-ports';
import {Door, PortTaken, RealSockets} from '../../../harness/runtime/real-sockets';
import type {Connection} from '../../../harness/raft/runtime-interfaces';

describe('connections of the real cluster', function () {
  this.timeout(20_000);
  let port: number;
  let door: Door;
  let sockets: RealSockets;

  beforeEach(async () => {
    port = await freePorts(2);
    door = await Door.at({host: '127.0.0.1', port});
    sockets = new RealSockets(door, {
      S1: {host: '127.0.0.1', port}, S2: {host: '127.0.0.1', port: port + 1},
    });
  });

  afterEach(() => door.close());

  /** Both ends of a connection. */
  async function both(): Promise<readonly [Connection, Connection]> {
    const accepted = new Promise<Connection>(accept => sockets.listen(accept));
    return [await sockets.connect('S1'), await accepted];
  }

  function receivedBy(connection: Connection, bytes: number): Promise<string> {
    let text = '';
    return new Promise(all => connection.onBytes(piece => {
      text += Buffer.from(piece).toString('latin1');
      if (text.length >= bytes) all(text);
    }));
  }

  it('bring what is written in order, also what came before anybody listened', async () => {
    const [near, far] = await both();
    let sent = '';
    for (let n = 0; n < 2_000; n++) {
      const part = `${n},`.repeat(20);
      near.write(Buffer.from(part));
      sent += part;
    }
    await new Promise(later => setTimeout(later, 50));
    expect(await receivedBy(far, sent.length)).to.equal(sent);
    far.write(Buffer.from('back'));
    expect(await receivedBy(near, 4)).to.equal('back');
    near.close();
  });

  it('say once that they are over, on both sides, and never within close', async () => {
    const [near, far] = await both();
    const over: string[] = [];
    const bothOver = new Promise<void>(done => {
      const tell = (side: string) => (): void => {
        over.push(side);
        if (over.length === 2) done();
      };
      near.onClose(tell('near'));
      far.onClose(tell('far'));
    });
    far.onBytes(() => undefined);
    near.close();
    expect(over).to.deep.equal([]);
    near.close();
    near.write(Buffer.from('too late'));
    await bothOver;
    await new Promise(later => setTimeout(later, 20));
    expect(over.sort()).to.deep.equal(['far', 'near']);
    const late = new Promise<void>(told => near.onClose(told));
    await late;
  });

  it('count what has not left', async () => {
    const [near] = await both();
    const much = Buffer.alloc(8 * 1024 * 1024);
    for (let n = 0; n < 8; n++) near.write(much);
    expect(near.bytesQueued).to.be.greaterThan(much.length);
    near.close();
  });

  it('are refused where nobody is', async () => {
    const said = await sockets.connect('S2').catch((error: Error) => error);
    expect(said).to.be.instanceOf(Error);
    expect(await sockets.connect('S9').catch((error: Error) => error)).to.be.instanceOf(Error);
  });

  it('wait at the door until somebody accepts them', async () => {
    const early = net.connect({host: '127.0.0.1', port});
    await new Promise<void>(done => early.once('connect', done));
    await new Promise(later => setTimeout(later, 50));
    early.write('hello');
    const accepted = await new Promise<Connection>(accept => sockets.listen(accept));
    expect(await receivedBy(accepted, 5)).to.equal('hello');
    early.destroy();
  });

  it('cannot be had on a port that is taken', async () => {
    const said = await Door.at({host: '127.0.0.1', port}).catch((error: Error) => error);
    expect(said).to.be.instanceOf(PortTaken)
      .with.property('message', `port ${port} is in use by another program: give another one ` +
        'with --port');
  });
});
