/**
 * Ports that nobody uses: below those that the system gives to outgoing connections, so that a
 * server that is down for a moment finds its own free again.
 *
 * For tests and benches; a person chooses with --port.
 */
import net from 'node:net';

const LOWEST = 10_000;
const HIGHEST = 30_000;
const ATTEMPTS = 200;

/** The first of `count` free ports in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const all = Array.from({length: count}, (_, n) => isFree(first + n));
    if ((await Promise.all(all)).every(free => free)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({host: '127.0.0.1', port, exclusive: true}, () => {
      server.close(() => resolve(true));
    });
  });
}
