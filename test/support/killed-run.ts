import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readActionManifest } from '../../sandbox/runner/action-manifest.ts';
import { fileCommands } from '../../sandbox/runner/file-commands.ts';
import { findByEnvironment, kill } from '../../sandbox/runner/process-tree.ts';
import {
  inputEnvironment,
  makeWorkspace,
  runnerEnvironment,
} from '../../sandbox/runner/runner-environment.ts';

/**
 * What dies: `runner`, everything of the job, and no post comes; `node`, the action alone, while helm
 * and kubectl live on and no post comes; `step`, the action alone, then its post runs, then the
 * runner ends what the job left.
 */
export type Death = 'runner' | 'node' | 'step';

export interface KillWish {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly death: Death;
  /** The moment: so many ms after the first line that matches (`undefined`: after the start). */
  readonly line: RegExp | undefined;
  readonly afterMs: number;
  /** Called when it is dead, before post. */
  readonly onDeath: () => Promise<void>;
}

export interface KilledRun {
  /** False when the action had ended before. */
  readonly killed: boolean;
  readonly ms: number;
  /** What main and post printed, but for what is masked. */
  readonly lines: readonly string[];
  /** Ends what still lives of it, and its folder. */
  readonly bury: () => void;
}

/** Runs a built action and lets SIGKILL end it in the middle, as a machine that dies does. */
export async function runAndKill(folder: string, wish: KillWish): Promise<KilledRun> {
  const manifest = readActionManifest(folder);
  const home = mkdtempSync(join(tmpdir(), 'killed-run-'));
  const tracking = `killed-run-${randomUUID()}`;
  const workspace = makeWorkspace(home, wish.files);
  const env = {
    ...runnerEnvironment(home, workspace, tracking),
    ...wish.env,
    ...inputEnvironment(manifest, wish.inputs, 'ghs_tokenOfTheTest'),
  };
  const lines: string[] = [];
  const endAll = (): void => {
    for (const pid of findByEnvironment('RUNNER_TRACKING_ID', tracking)) kill(pid);
  };
  let onLine = (_line: string): void => {};
  const run = async (name: string, script: string, state: Readonly<Record<string, string>>) => {
    const files = fileCommands(join(home, 'commands', name));
    const saved = Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]);
    const child = spawn(process.execPath, [script], {
      cwd: workspace,
      env: { ...env, ...files.env, ...Object.fromEntries(saved) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.startsWith('::add-mask::')) return;
        lines.push(line);
        onLine(line);
      });
    }
    const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (_, signal) => resolve(signal));
    });
    return { child, ended, state: () => files.collect().state };
  };

  const started = performance.now();
  const main = await run('main', manifest.main, {});
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    timer ??= setTimeout(() => {
      main.child.kill('SIGKILL');
      if (wish.death === 'runner') endAll();
    }, wish.afterMs);
  };
  onLine = (line) => wish.line?.test(line) && arm();
  if (wish.line === undefined) arm();
  const killed = (await main.ended) === 'SIGKILL';
  clearTimeout(timer);
  const ms = Math.round(performance.now() - started);
  // The first look may have missed a process that was just being started.
  if (wish.death === 'runner') endAll();
  await wish.onDeath();
  if (wish.death === 'step' && manifest.post) {
    await (await run('post', manifest.post, main.state())).ended;
    endAll();
  }
  return {
    killed,
    ms,
    lines,
    bury: () => {
      endAll();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
