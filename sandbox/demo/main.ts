import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { down } from '../down.ts';
import { prepareMachine } from '../machine.ts';
import { daemonAlive } from '../world/daemons.ts';
import { terminalProgress } from '../world/progress.ts';
import { openWorld } from '../world/world.ts';
import { openScreen } from './screen.ts';
import { tellStory } from './story.ts';

const HELP = `npm run demo [-- --keep] [--verbose] [--name NAME]

Builds, pushes and deploys a service over OIDC to a real Kubernetes on this machine, twice, and
proves each step by reading it again. Ends the sandbox it started, unless --keep is given.

  --keep      leave the sandbox up, with what was deployed
  --verbose   show the actions' whole logs
`;

const ROOT = join(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      keep: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
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
    const onLine = values.verbose ? screen.line : () => {};
    await tellStory(world, { root: ROOT, pages, onLine, screen, progress });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`\nAll of it was real, in ${seconds} s:\n${screen.table()}\n`);
    process.stdout.write(`\nLogs and job summaries: ${pages}\n`);
  } finally {
    if (!values.keep && !wasUp) await down(world, progress);
  }
  const next =
    values.keep || wasUp
      ? 'npm run sandbox -- exec -- kubectl get pods -A'
      : 'npm run demo -- --keep';
  process.stdout.write(`Next: ${next}   ·   npm test\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n✘ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
