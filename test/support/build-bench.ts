import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { connectRegistry, type RegistryAnswer } from '../../sandbox/registry/registry-http.ts';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import type { FaultOptions } from './registry-faults.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';

const ACTION = join(import.meta.dirname, '../../build-image');
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
];

/** build-image in the sandbox, in a repository of its own for every test. */
export interface BuildBench {
  readonly sandbox: () => TestSandbox;
  /** Of this test's repository, below the registry's host. */
  readonly path: () => string;
  /** Runs the built action inside the sandbox's network, where its engine and registry are. */
  readonly build: (options: RunOptions) => Promise<RunResult>;
  /** What the registry has, asked by another client than the action's. */
  readonly ask: (request: string) => Promise<RegistryAnswer>;
  readonly manifest: (reference: string) => Promise<RegistryAnswer>;
  /** Starts the fault proxy in front of the registry, inside the network; returns its address. */
  readonly startProxy: (options: Omit<FaultOptions, 'upstream'>) => Promise<string>;
}

/** To be called at the top of a test file: brings the sandbox up and ends what a test started. */
export function buildBench(): BuildBench {
  const state: { sandbox?: TestSandbox; proxy?: ChildProcess | undefined; path: string } = {
    path: '',
  };
  beforeAll(async () => {
    state.sandbox = await testSandbox();
  }, 900_000);
  beforeEach(() => {
    state.path = `test-${randomUUID()}/api`;
  });
  afterEach(() => {
    state.proxy?.kill('SIGKILL');
    state.proxy = undefined;
  });

  const sandbox = (): TestSandbox => {
    if (state.sandbox) return state.sandbox;
    throw new Error('the sandbox is not up yet');
  };
  const ask = async (request: string): Promise<RegistryAnswer> => {
    const url = `https://${sandbox().world.registry}`;
    const { send, close } = await connectRegistry({ url, caFile: caFile(sandbox().world) });
    try {
      const headers = { accept: request.startsWith('manifests/') ? MANIFESTS.join(', ') : '*/*' };
      return await send({ method: 'GET', path: `${state.path}/${request}`, headers });
    } finally {
      close();
    }
  };

  return {
    sandbox,
    path: () => state.path,
    build: ({ inputs = {}, env = {}, ...options }) => {
      const { environment } = sandbox();
      return runAction(ACTION, {
        ...options,
        enter: environment.enter,
        env: { ...environment.env, ...env },
        inputs: { image: `${environment.registry}/${state.path}`, ...inputs },
      });
    },
    ask,
    manifest: (reference) => ask(`manifests/${reference}`),
    startProxy: (options) => {
      state.proxy = spawnProxy(sandbox(), options);
      return firstLine(state.proxy);
    },
  };
}

function spawnProxy(
  { environment, world }: TestSandbox,
  options: Omit<FaultOptions, 'upstream'>,
): ChildProcess {
  const script = join(import.meta.dirname, 'registry-faults-main.ts');
  const [command = '', ...args] = [...environment.enter, process.execPath, script];
  const child = spawn(command, args, {
    env: { ...process.env, ...environment.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ ...options, upstream: `https://${world.registry}` }));
  return child;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the proxy ended with ${code}`)));
  });
}

/** A Dockerfile step that no cache has. */
export const uniqueStep = (): string => `RUN echo ${randomUUID()} > /unique\n`;

/** The messages of all error annotations. */
export const errors = (result: RunResult): string[] =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

/** A red step with this one error, which claims no image and leaves nothing behind. */
export function expectFailure(result: RunResult, message: RegExp): void {
  expect(errors(result)).toEqual([expect.stringMatching(message)]);
  expect(result.conclusion).toBe('failure');
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', digest: '', images: '' });
  expect(result.leftovers).toEqual([]);
  expect(result.orphans).toEqual([]);
}
