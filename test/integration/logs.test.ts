// Needs the sandbox: the log of a real container, through a gateway that breaks.
import { openLog, readLog } from '../../src/cluster/logs.ts';
import { expectSoon, gatewayPlaces } from '../support/gateway-place.ts';

const places = gatewayPlaces();

test('a log is followed from before its container starts, over broken connections, to its end', async () => {
  const place = await places.make();
  const cluster = await place.connect();
  const lines: string[] = [];
  const at = { namespace: place.namespace.name, pod: 'talks', container: 'talks' };
  await place.namespace.kubectl(
    ...['run', 'talks', '--image=busybox:1.36', '--restart=Never', '--command', '--'],
    ...['sh', '-c', 'for i in 1 2 3 4 5 6; do echo "{\\"line\\": $i}"; sleep 1; done'],
  );
  const ends = new AbortController();
  places.closeLater(() => ends.abort());
  const log = openLog(cluster, at, (line) => lines.push(line));
  const ended = log.follow(ends.signal, () => false);
  await expectSoon(() => lines.length >= 2, true, 180_000);
  place.proxy.cut();
  await ended;
  const all = [1, 2, 3, 4, 5, 6].map((line) => `{"line": ${line}}`);
  expect(lines).toEqual(all);
  const read = { ...at, limitBytes: 10_000 };
  expect(await readLog(cluster, { ...read, tailLines: 2 })).toEqual(all.slice(-2));
  // One line that is JSON stays a line.
  expect(await readLog(cluster, { ...read, tailLines: 1 })).toEqual(all.slice(-1));
  expect(await readLog(cluster, { ...read, tailLines: 1, previous: true })).toBeUndefined();
}, 240_000);
