// Watches a namespace for some seconds and must then end by itself; prints what it saw as JSON.
import { parseArgs } from 'node:util';
import { connect } from '../../src/cluster/connect.ts';
import { watchPlaces } from '../../src/cluster/watch.ts';
import { createWorld } from '../../src/domain/world.ts';
import { createSend } from '../../src/http/request.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { startProcess } from '../../src/tools/process.ts';
import { placesOf } from './watched-places.ts';

const { values } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: '' },
    namespace: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
    seconds: { type: 'string', default: '1' },
  },
});
const { kubeconfig, namespace, folder } = values;
const cluster = await connect(
  { kubeconfig, folder, env: process.env },
  { send: createSend({}), startProcess },
);
const world = createWorld();
const said: string[] = [];
const watcher = watchPlaces(placesOf(namespace), world.apply, {
  ...systemClock,
  cluster,
  info: (line) => void said.push(line),
  warn: (line) => void said.push(line),
});
await watcher.synced;
await systemClock.sleep(Number(values.seconds) * 1000);
console.log(
  JSON.stringify({
    pods: world.all('Pod').length,
    mode: watcher.mode('Pod'),
    said,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  }),
);
watcher.close();
await cluster.close();
