import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchPlaces } from '../../../src/cluster/watch.ts';
import { createSend } from '../../../src/http/request.ts';
import { systemClock } from '../../../src/tools/clock.ts';
import { stall } from '../../support/stall.ts';

// Against a real server in this process; five seconds are over in 200 ms.

const PODS = { kind: 'pods', path: '/api/v1/namespaces/x/pods' };
const metadata = { name: 'a', uid: 'a', resourceVersion: '1' };
const END = { 'k8s.io/initial-events-end': 'true' };
const LINES = [
  { type: 'ADDED', object: { metadata } },
  { type: 'BOOKMARK', object: { metadata: { resourceVersion: '1', annotations: END } } },
];

test('a stream whose start came while we stood still is not called silent', async () => {
  const server = createServer((_, response) => {
    const text = LINES.map((line) => `${JSON.stringify(line)}\n`).join('');
    response.write(text, () => stall(400));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const send = createSend({});
  const told: string[] = [];
  const said: string[] = [];
  const watcher = watchPlaces([PODS], ({ object }) => told.push(object.metadata.name), {
    ...systemClock,
    sleep: (ms, signal) => systemClock.sleep(ms / 25, signal),
    cluster: {
      call: () => Promise.reject(new Error('only streams here')),
      stream: ({ path }, stream) => send({ url: `http://127.0.0.1:${port}${path}`, stream }),
    },
    info: (line) => void said.push(line),
    warn: (line) => void said.push(line),
  });
  // Where it polls for want of a stream nothing is ever told.
  const enough = new AbortController();
  await Promise.race([watcher.synced, systemClock.sleep(5000, enough.signal)]);
  enough.abort();
  watcher.close();
  server.closeAllConnections();
  server.close();
  expect({ told, said, mode: watcher.mode('pods') }).toEqual({
    told: ['a'],
    said: [],
    mode: 'watch',
  });
});
