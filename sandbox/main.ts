import { parseArgs } from 'node:util';
import { down, dropTools, reset } from './down.ts';
import { environment } from './environment.ts';
import { execInside, shellExports } from './exec.ts';
import { printLog } from './logs.ts';
import { prepareMachine } from './machine.ts';
import { statusTable } from './status.ts';
import { ensureUp } from './up.ts';
import { terminalProgress } from './world/progress.ts';
import { findWorld, openWorld, type World } from './world/world.ts';

const HELP = `npm run sandbox -- COMMAND [--name NAME]

A Kubernetes cluster with registries, a build engine, an OIDC issuer and DNS: real software in a
network of its own; nothing is installed on this machine.

  up                starts what does not run; the first time it makes the tools (about 6 minutes)
  status            what runs and where; exit 1 when something is down
  logs [PART] [-f]  the log of one part; without PART the names
  env [--json]      the environment to work with it: eval "$(npm run -s sandbox -- env)"
  exec -- CMD…      runs CMD inside its network with that environment
  down              ends it and removes every trace; the registry's images and the logs stay
  reset [--tools]   down, and forgets its state; --tools: the cached tools too

  --name NAME       another sandbox beside the default one
`;

const OPTIONS = {
  name: { type: 'string', default: 'default' },
  json: { type: 'boolean', default: false },
  follow: { type: 'boolean', short: 'f', default: false },
  tools: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What stands on the command line behind the command. */
interface Given {
  readonly name: string;
  readonly json: boolean;
  readonly follow: boolean;
  readonly tools: boolean;
  readonly rest: readonly string[];
}

/** Each returns the exit code. */
const COMMANDS: Readonly<Record<string, (given: Given) => Promise<number>>> = {
  up: async ({ name }) => {
    await prepareMachine(terminalProgress());
    const world = await openWorld(name);
    const progress = terminalProgress();
    await progress.step(`${name} is up`, () => ensureUp(world, progress));
    return 0;
  },
  down: async ({ name }) => {
    await prepareMachine(terminalProgress());
    await down(known(name), terminalProgress());
    return 0;
  },
  reset: async ({ name, tools }) => {
    await prepareMachine(terminalProgress());
    const world = findWorld(name);
    if (world) await reset(world, terminalProgress());
    if (tools) await dropTools();
    return 0;
  },
  status: async ({ name }) => {
    const { text, healthy } = await statusTable(known(name));
    process.stdout.write(text);
    return healthy ? 0 : 1;
  },
  logs: async ({ name, follow, rest }) => {
    await printLog(known(name), rest[0], follow);
    return 0;
  },
  env: async ({ name, json }) => {
    const found = await environment(known(name));
    process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : shellExports(found));
    return 0;
  },
  exec: async ({ name, rest }) => {
    await prepareMachine(terminalProgress());
    return execInside(await environment(known(name)), rest);
  },
};

const WITH_ARGUMENTS = ['logs', 'exec'];

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: OPTIONS,
  });
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const body = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  const [tooMuch] = body && !WITH_ARGUMENTS.includes(command) ? rest : [];
  if (body && tooMuch === undefined) return body({ ...values, rest });
  throw new Error(`unknown command ${tooMuch ?? command}: see npm run sandbox -- --help`);
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
