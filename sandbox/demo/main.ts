import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { down } from '../down.ts';
import { prepareMachine } from '../machine.ts';
import { daemonAlive } from '../world/daemons.ts';
import { terminalProgress } from '../world/progress.ts';
import { openWorld } from '../world/world.ts';
import { existingGround, sandboxGround } from './ground.ts';
import type { StoryPorts } from './scene.ts';
import { openScreen } from './screen.ts';
import { tellStory } from './story.ts';

const HELP = `npm run demo [-- --keep] [--step] [--name NAME]

Three pushes of a service go through the whole flow on a real Kubernetes on this machine: a good one
to production, one whose E2E fails, one that is bad only in production. Each step is proven by reading
it again. Ends the sandbox it started, unless --keep is given.

  KUBECONFIG=… DEMO_REGISTRY=host:port npm run demo: on a cluster that is there (kind), without OIDC

  --keep      leave the sandbox up, with what was deployed
  --step      wait for Enter where a person decides
`;

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(ROOT, '.sandbox', 'demo');

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
  const screen = openScreen((text) => void process.stdout.write(text));
  const confirm = values.step ? waitForEnter : async (text: string) => screen.line(text);
  const ports = { root: ROOT, pages: PAGES, screen, confirm };
  const up = process.env.KUBECONFIG
    ? await onExistingCluster(ports)
    : await onSandbox(ports, values);
  process.stdout.write(`\nLogs and job summaries: ${join(PAGES, 'index.html')}\n`);
  const next = up
    ? 'npm run sandbox -- exec -- kubectl get pods --all-namespaces'
    : 'npm run demo -- --keep';
  process.stdout.write(`Next: ${next}   ·   npm test\n`);
}

type Ports = Omit<StoryPorts, 'openGround'>;

/** @returns whether the sandbox is left up */
async function onSandbox(ports: Ports, wish: { keep: boolean; name: string }): Promise<boolean> {
  const progress = terminalProgress();
  await prepareMachine(progress);
  const world = await openWorld(wish.name);
  const stays = wish.keep || (await daemonAlive(world, 'kube-apiserver'));
  try {
    await tell({ ...ports, openGround: () => sandboxGround(world, progress) });
  } finally {
    if (!stays) await down(world, progress);
  }
  return stays;
}

async function onExistingCluster(ports: Ports): Promise<boolean> {
  await tell({ ...ports, openGround: () => existingGround(process.env) });
  return false;
}

async function tell(ports: StoryPorts): Promise<void> {
  const started = performance.now();
  await tellStory(ports);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`\nAll of it was real, in ${seconds} s:\n${ports.screen.table()}\n`);
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
