import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type ActionManifest, readActionManifest } from './action-manifest.ts';
import { type Collected, type FileCommands, fileCommands } from './file-commands.ts';
import { commandLine, findByEnvironment, kill } from './process-tree.ts';
import { type Phase, runPhase } from './run-phase.ts';
import { inputEnvironment, makeWorkspace, runnerEnvironment } from './runner-environment.ts';
import { type Annotation, type CommandReader, commandReader } from './workflow-commands.ts';

export interface RunOptions {
  /** The `with:` block. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The `env:` block, over the runner's own variables. Nothing else of ours is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the checked-out repository: path → content. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder to use as the checked-out repository instead; it is not removed. */
  readonly workspace?: string;
  /** The job is cancelled when a line of main's log matches, or when this is settled. */
  readonly cancelAfter?: RegExp | Promise<unknown>;
  /** Milliseconds from SIGINT to SIGTERM and from there to SIGKILL; GitHub's are the default. */
  readonly grace?: readonly [number, number];
  /** The node that runs the bundle; the default is the one that runs the test. */
  readonly nodePath?: string;
  /** Called with each line of the log as it is shown. */
  readonly onLine?: (line: string) => void;
  /** A command to run the node under, e.g. the sandbox's `nsenter …`. */
  readonly enter?: readonly string[];
  /** What `${{ github.token }}` is in defaults; masked, as on GitHub. */
  readonly token?: string;
  /** What later steps of the job do: called between main and post, with main's outputs. */
  readonly laterSteps?: (outputs: Readonly<Record<string, string>>) => Promise<void>;
  /** A phase that takes longer is killed and the run refused. Default 120 000 ms. */
  readonly timeoutMs?: number;
}

export interface RunResult {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** Of main; `null` when a signal ended it. */
  readonly exitCode: number | null;
  /** The log as shown: masked, commands resolved, main and post in order. */
  readonly lines: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
  readonly phases: { readonly main: Phase; readonly post: Phase | undefined };
  /** Files left below RUNNER_TEMP and HOME after post, e.g. `RUNNER_TEMP/k-x/config`. */
  readonly leftovers: readonly string[];
  /** Command lines of processes that outlived post; they are killed, as the runner does. */
  readonly orphans: readonly string[];
}

/** GitHub's: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. */
const GRACE = [7500, 2500] as const;

/**
 * Runs a built action as actions/runner 2.336 runs a step `uses: …`: action.yml, inputs with their
 * defaults, the GITHUB_* files, main, cancel, then post with the saved state, then the hunt for
 * what was left behind. The folder of the run is removed.
 * @param folder the action's folder, e.g. `<repository>/helm-deploy`
 * @throws {Error} when the action cannot be started or does not end
 */
export async function runAction(folder: string, options: RunOptions = {}): Promise<RunResult> {
  const manifest = readActionManifest(folder);
  const home = mkdtempSync(join(tmpdir(), 'run-action-'));
  try {
    return await runJob(manifest, home, options);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function runJob(
  manifest: ActionManifest,
  home: string,
  options: RunOptions,
): Promise<RunResult> {
  const reader = commandReader(options.env?.RUNNER_DEBUG === '1');
  const token = options.token ?? 'ghs_tokenOfTheTestHarness0000000000000000';
  reader.addMask(token);
  const given = options.inputs ?? {};
  warnOfUnexpectedInputs(manifest, given, reader);
  const tracking = `run-action-${randomUUID()}`;
  const workspace = options.workspace ?? makeWorkspace(home, options.files ?? {});
  const env = {
    ...runnerEnvironment(home, workspace, tracking),
    ...options.env,
    ...inputEnvironment(manifest, given, token),
  };
  const lines: string[] = [];
  const cancel = cancellation(options.cancelAfter);

  const runScript = async (name: 'main' | 'post', script: string, state: Values) => {
    const files = fileCommands(join(home, 'commands', name));
    const saved = Object.entries(state).map(([key, value]) => [`STATE_${key}`, value] as const);
    const phase = await runPhase({
      argv: [...(options.enter ?? []), options.nodePath ?? process.execPath, script],
      cwd: workspace,
      env: { ...env, ...files.env, ...Object.fromEntries(saved) },
      onLine: (line) => {
        const shown = reader.read(line);
        if (shown === undefined) return;
        lines.push(shown);
        options.onLine?.(shown);
        if (name === 'main') cancel.see(shown);
      },
      cancelled: name === 'main' ? cancel.requested : new Promise(() => {}),
      grace: options.grace ?? GRACE,
      timeoutMs: options.timeoutMs ?? 120_000,
    });
    return { phase, ...collect(files, reader) };
  };

  const main = await runScript('main', manifest.main, {});
  await options.laterSteps?.(main.outputs);
  const post = manifest.post ? await runScript('post', manifest.post, main.state) : undefined;
  const red = [main, post].some((step) => step && (step.phase.code !== 0 || step.refused));
  return {
    conclusion: main.phase.signals.length > 0 ? 'cancelled' : red ? 'failure' : 'success',
    exitCode: main.phase.code,
    lines,
    annotations: reader.annotations,
    masks: reader.masks,
    outputs: main.outputs,
    state: main.state,
    env: main.env,
    path: main.path,
    summary: main.summary + (post?.summary ?? ''),
    phases: { main: main.phase, post: post?.phase },
    leftovers: findLeftovers(home),
    orphans: endOrphans(tracking),
  };
}

type Values = Readonly<Record<string, string>>;

/** The files' content; one that breaks its format turns the step red, as on GitHub. */
function collect(
  files: FileCommands,
  reader: CommandReader,
): Collected & { readonly refused: boolean } {
  try {
    return { ...files.collect(), refused: false };
  } catch (error) {
    const message = `Unable to process file command: ${String(error)}`;
    reader.annotate({ level: 'error', message });
    return { outputs: {}, state: {}, env: {}, path: [], summary: '', refused: true };
  }
}

function warnOfUnexpectedInputs(
  manifest: ActionManifest,
  given: Values,
  reader: CommandReader,
): void {
  const unexpected = Object.keys(given).filter((name) => !(name in manifest.inputs));
  if (unexpected.length === 0) return;
  const valid = Object.keys(manifest.inputs).map((name) => `'${name}'`);
  reader.annotate({
    level: 'warning',
    message: `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are [${valid.join(', ')}]`,
  });
}

/** When to cancel: at a line of the log, when something has happened, or never. */
function cancellation(after: RunOptions['cancelAfter']) {
  const { promise: requested, resolve } = Promise.withResolvers<void>();
  // A promise of Node's own is none of jest's.
  if (after && !(after instanceof RegExp)) void after.then(() => resolve());
  return {
    requested,
    see: (line: string): void => {
      if (after instanceof RegExp && after.test(line)) resolve();
    },
  };
}

function findLeftovers(home: string): readonly string[] {
  const below = (folder: string, name: string): readonly string[] =>
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(name, relative(join(home, folder), join(entry.parentPath, entry.name))));
  return [...below('temp', 'RUNNER_TEMP'), ...below('home', 'HOME')].sort();
}

function endOrphans(tracking: string): readonly string[] {
  const left = findByEnvironment('RUNNER_TRACKING_ID', tracking);
  const commands = left.map(commandLine);
  for (const pid of left) kill(pid);
  return commands;
}
