import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { down } from '../down.ts';
import { prepareMachine } from '../machine.ts';
import { daemonAlive } from '../world/daemons.ts';
import { terminalProgress } from '../world/progress.ts';
import { openWorld } from '../world/world.ts';
import { openScreen } from './screen.ts';
import { tellStory } from './story.ts';

const HELP = `npm run demo [-- --keep] [--step] [--name NAME]

Three pushes of a service go through the whole flow on a real Kubernetes on this machine: a good one
to production, one whose E2E fails, one that is bad only in production. Each step is proven by reading
it again. Ends the sandbox it started, unless --keep is given.

  --keep      leave the sandbox up, with what was deployed
  --step      wait for Enter where a person decides
`;

const ROOT = join(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      keep: { type: 'boolean', default: false },
      step: { type: 'boolean', default: false },
      name: { type: 'string', default: 'default' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const progress = terminalProgress();
  await prepareMachine(progress);
  const world = await openWorld(values.name);
  const wasUp = await daemonAlive(world, 'kube-apiserver');
  const screen = openScreen((text) => void process.stdout.write(text));
  const pages = join(ROOT, '.sandbox', 'demo');
  const started = performance.now();
  try {
    const confirm = values.step
      ? waitForEnter
      : (text: string) => Promise.resolve(screen.line(text));
    await tellStory(world, { root: ROOT, pages, screen, progress, confirm });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`\nAll of it was real, in ${seconds} s:\n${screen.table()}\n`);
    process.stdout.write(`\nLogs and job summaries: ${join(pages, 'index.html')}\n`);
  } finally {
    if (!values.keep && !wasUp) await down(world, progress);
  }
  const next =
    values.keep || wasUp
      ? 'npm run sandbox -- exec -- kubectl get pods -A'
      : 'npm run demo -- --keep';
  process.stdout.write(`Next: ${next}   ·   npm test\n`);
}

async function waitForEnter(question: string): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question(`     ${question}: press Enter `);
  terminal.close();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
