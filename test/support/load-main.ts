import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

// Visitors of a site, inside the sandbox's network: each request has a connection of its own, so the
// Service's choice of a pod counts every time. On stdin {url, perSecond}; each answer that is not
// 200 and each second's sum go to stdout as a JSON line; ends when stdin's other side is gone.
const { url, perSecond } = JSON.parse(await text(process.stdin)) as {
  readonly url: string;
  readonly perSecond: number;
};
const started = performance.now();
let sent = 0;
let good = 0;

const tell = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A visitor waits for five seconds. */
function visit(): void {
  const at = performance.now();
  const failed = (why: string): void =>
    tell({ failed: why, second: (at - started) / 1000, ms: performance.now() - at });
  const visitor = request(url, { agent: false, timeout: 5000 }, (answer) => {
    answer.resume();
    if (answer.statusCode === 200) good++;
    else failed(`status ${answer.statusCode}`);
  });
  visitor.on('timeout', () => visitor.destroy(new Error('no answer for 5 s')));
  visitor.on('error', (error) => failed(error.message));
  visitor.end();
}

process.on('SIGTERM', () => {
  tell({ sent, good, seconds: (performance.now() - started) / 1000 });
  process.exit();
});

for (;;) {
  const due = Math.floor(((performance.now() - started) / 1000) * perSecond);
  for (; sent < due; sent++) visit();
  await sleep(10);
}
