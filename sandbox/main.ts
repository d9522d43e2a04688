import { parseArgs } from 'node:util';
import { down, dropTools, reset } from './down.ts';
import { environment } from './environment.ts';
import { execInside, shellExports } from './exec.ts';
import { printLog } from './logs.ts';
import { requireMachine } from './machine.ts';
import { statusTable } from './status.ts';
import { ensureUp } from './up.ts';
import { terminalProgress } from './world/progress.ts';
import { findWorld, openWorld, type World } from './world/world.ts';

const HELP = `npm run sandbox -- COMMAND [--name NAME]

A Kubernetes cluster with registry and DNS, real software in a network of its own; nothing is
installed on this machine.

  up                starts what does not run; the first time it makes the tools (about 5 minutes)
  status            what runs and where; exit 1 when something is down
  logs [PART] [-f]  the log of one part; without PART the names
  env [--json]      the environment to work with it: eval "$(npm run -s sandbox -- env)"
  exec -- CMD…      runs CMD inside its network with that environment
  down              ends it and removes every trace; the registry's images and the logs stay
  reset [--tools]   down, and forgets its state; --tools: the cached tools too

  --name NAME       another sandbox beside the default one
`;

/** The command line; returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const separator = argv.indexOf('--');
  const own = separator < 0 ? argv : argv.slice(0, separator);
  const rest = separator < 0 ? [] : argv.slice(separator + 1);
  const { values, positionals } = parseArgs({
    args: [...own],
    allowPositionals: true,
    options: {
      name: { type: 'string', default: 'default' },
      json: { type: 'boolean', default: false },
      follow: { type: 'boolean', short: 'f', default: false },
      tools: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command = 'help', ...more] = positionals;
  if (values.help || command === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const progress = terminalProgress();
  switch (command) {
    case 'up': {
      requireMachine();
      const world = await openWorld(values.name);
      await progress.step(`sandbox ${world.name} is up`, () => ensureUp(world, progress));
      return 0;
    }
    case 'down':
    case 'reset': {
      requireMachine();
      const world = findWorld(values.name);
      if (world) await (command === 'down' ? down : reset)(world, progress);
      if (command === 'reset' && values.tools) await dropTools();
      return 0;
    }
    case 'status': {
      const { text, healthy } = await statusTable(known(values.name));
      process.stdout.write(text);
      return healthy ? 0 : 1;
    }
    case 'logs':
      await printLog(known(values.name), more[0], values.follow);
      return 0;
    case 'env': {
      const found = await environment(known(values.name));
      process.stdout.write(
        values.json ? `${JSON.stringify(found, null, 2)}\n` : shellExports(found),
      );
      return 0;
    }
    case 'exec':
      requireMachine();
      execInside(await environment(known(values.name)), rest.length > 0 ? rest : more);
      return 1;
    default:
      throw new Error(`unknown command ${command}: see npm run sandbox -- --help`);
  }
}

function known(name: string): World {
  const world = findWorld(name);
  if (world) return world;
  throw new Error(`there is no sandbox ${name}: npm run sandbox -- up --name ${name}`);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
