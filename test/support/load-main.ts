import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

// Visitors of a site, inside the sandbox's network: each request has a connection of its own, so the
// Service's choice of a pod counts every time. On stdin {url, perSecond}; each answer that is not
// 200 is a JSON line on stdout. SIGTERM ends it: the last line is the sum, with what was under way.
const { url, perSecond } = JSON.parse(await text(process.stdin)) as {
  readonly url: string;
  readonly perSecond: number;
};
const PATIENCE_MS = 20_000;
const started = performance.now();
let sent = 0;
let good = 0;
let bad = 0;

const tell = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A visitor is patient: the tests beside it can stall the whole machine for seconds. */
function visit(): void {
  const at = performance.now();
  const failed = (why: string): void => {
    bad++;
    tell({ failed: why, second: (at - started) / 1000, ms: performance.now() - at });
  };
  const visitor = request(url, { agent: false, timeout: PATIENCE_MS }, (answer) => {
    answer.resume();
    if (answer.statusCode === 200) good++;
    else failed(`status ${answer.statusCode}`);
  });
  visitor.on('timeout', () => visitor.destroy(new Error(`no answer for ${PATIENCE_MS} ms`)));
  visitor.on('error', (error) => failed(error.message));
  visitor.end();
}

let over = false;
process.on('SIGTERM', () => {
  over = true;
});

while (!over) {
  const due = Math.floor(((performance.now() - started) / 1000) * perSecond);
  for (; sent < due; sent++) visit();
  await sleep(10);
}
const seconds = (performance.now() - started) / 1000;
while (good + bad < sent) await sleep(10);
tell({ sent, good, seconds });
