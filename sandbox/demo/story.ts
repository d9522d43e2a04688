import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Environment, environment } from '../environment.ts';
import type { User } from '../github/accounts.ts';
import { flatten, type WorkflowRun } from '../runner/result.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { ensureUp } from '../up.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import { adaptToSandbox } from './adapt.ts';
import { runE2e } from './e2e.ts';
import { savePages } from './pages.ts';
import { openPlace, type Place } from './place.ts';
import { rereadPods, runningImage } from './reread.ts';
import type { Screen } from './screen.ts';
import { openServiceRepository, type ServiceRepository } from './service-repository.ts';
import { askVersion, startTraffic } from './traffic.ts';
import { progressLines } from './tree.ts';

const EXAMPLE = 'story-1-1';
const REPOSITORY = `acme/${EXAMPLE}`;
const REPOSITORY_ID = 1011;
const DEPLOY = '.github/workflows/deploy.yml';
const ROLLBACK = '.github/workflows/rollback.yml';

export interface StoryPorts {
  /** Root of this checkout, where the actions and the examples are. */
  readonly root: string;
  /** Folder for logs and summaries. */
  readonly pages: string;
  readonly screen: Screen;
  readonly progress: Progress;
  /** Called where a person would decide; settles when the story may go on. */
  readonly confirm: (question: string) => Promise<void>;
}

/** Everything the scenes of the story share. */
interface Scene {
  readonly world: World;
  readonly sandbox: Environment;
  readonly stage: Stage;
  readonly staging: Place;
  readonly production: Place;
  readonly repository: ServiceRepository;
  /** Writes the service. */
  readonly alice: User;
  /** Reviews what goes to production, and presses the rollback button. */
  readonly bob: User;
  readonly ports: StoryPorts;
}

/**
 * Three pushes: a good version goes through to production; one that fails its E2E undoes itself in
 * staging; one that is bad only in production is rolled back by one click, held, and lifted. Returns
 * only when every claim was read again from cluster, registry and GitHub's side.
 */
export async function tellStory(world: World, ports: StoryPorts): Promise<void> {
  const { screen } = ports;
  screen.chapter('The world: a real Kubernetes, registry, build engine and OIDC issuer, here');
  await screen.phase('sandbox', async () => {
    await ensureUp(world, ports.progress);
    return { value: undefined, proof: `${world.apiServer}, ${world.registry}, ${world.issuer}` };
  });
  const sandbox = await environment(world);
  const stage = await openStage({
    ...{ world, root: ports.root, environment: sandbox },
    folder: join(ports.root, '.sandbox', 'stage'),
    onProgress: progressLines(screen.line),
  });
  try {
    const scene = await screen.phase('repository, environments', () =>
      setTheScene(world, sandbox, stage, ports),
    );
    try {
      await goodVersion(scene);
      await badInStaging(scene);
      await badInProduction(scene);
    } finally {
      await scene.repository.remove();
    }
  } finally {
    const runs = await Promise.all(stage.runs.map((run) => run.done));
    await savePages(ports.pages, runs);
    await stage.close();
  }
}

/** What a team sets up once: repository, people, environments, secrets, namespaces. */
async function setTheScene(world: World, sandbox: Environment, stage: Stage, ports: StoryPorts) {
  const { github } = stage;
  const [staging, production] = await Promise.all([
    openPlace(sandbox, REPOSITORY_ID, 'staging', 30_101),
    openPlace(sandbox, REPOSITORY_ID, 'production', 30_102),
  ]);
  await github.createRepository(REPOSITORY, { id: REPOSITORY_ID, visibility: 'private' });
  const alice = github.addUser('alice');
  const bob = github.addUser('bob');
  github.setEnvironment(REPOSITORY, 'staging');
  github.setEnvironment(REPOSITORY, 'production', { reviewers: ['bob'], preventSelfReview: true });
  github.setEnvironment(REPOSITORY, 'production-rollback', { branches: ['main'] });
  for (const name of ['staging', 'production']) {
    github.setSecret(REPOSITORY, 'DEPLOY_SECRET_VALUES', makePasswords(), name);
  }
  const app = github.registerApp('promoter', 'acme', { contents: 'write', metadata: 'read' });
  github.setSecret(REPOSITORY, 'PROMOTE_TOKEN', github.installationToken(app));
  const remote = `${github.url.replace('//', `//alice:${alice.token}@`)}/${REPOSITORY}.git`;
  const repository = await openServiceRepository(join(ports.root, 'examples', EXAMPLE), remote);
  await adaptToSandbox(repository.folder, world, [staging, production]);
  const value: Scene = {
    ...{ world, sandbox, stage, staging, production, repository, alice, bob, ports },
  };
  return { value, proof: `${REPOSITORY}; production needs bob's approval` };
}

/** Secret values as a service would keep them in one GitHub secret: made anew for every demo. */
function makePasswords(): string {
  const password = (): string => randomBytes(18).toString('hex');
  return `secrets:\n  postgresPassword: ${password()}\n  redisPassword: ${password()}\n`;
}

async function goodVersion(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  screen.chapter('A good version: develop → staging → E2E → main → approval → production');
  await screen.phase('1.0.0 to production', async () => {
    await scene.repository.release('1.0.0', 'Version 1.0.0');
    const develop = await scene.stage.nextRun(DEPLOY);
    requireGreen(await develop.done);
    const main = await scene.stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(scene.production, '1.0.0');
    const same = await requireSameImage(scene);
    await runE2e(scene.repository.folder, scene.production.url, '1.0.0');
    return {
      value: undefined,
      proof: `${same.pods} pods run ${same.digest.slice(0, 19)}…, the image staging proved`,
    };
  });
}

async function badInStaging(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  screen.chapter('A version whose E2E fails: undone by itself, main is not moved');
  await screen.phase('2.0.0 undone in staging', async () => {
    const before = await headOfMain(scene);
    await scene.repository.edit('deploy/staging.yml', (text) =>
      withFault(text, '{ FAIL: errors }'),
    );
    await scene.repository.release('2.0.0', 'Version 2.0.0, answers with errors');
    const run = await (await scene.stage.nextRun(DEPLOY)).done;
    if (run.conclusion !== 'failure') throw new Error(`the run is ${run.conclusion}, not failure`);
    await requireServed(scene.staging, '1.0.0');
    await requireServed(scene.production, '1.0.0');
    const after = await headOfMain(scene);
    if (before !== after) throw new Error(`main was moved from ${before} to ${after}`);
    return {
      value: undefined,
      proof: `staging serves 1.0.0 again, main stays at ${after.slice(0, 12)}`,
    };
  });
}

async function badInProduction(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  const { production, repository, stage } = scene;
  screen.chapter('A version that is bad only in production: one click back, held, lifted');
  await screen.phase('3.0.0 to production', async () => {
    await repository.edit('deploy/staging.yml', withoutFault);
    await repository.edit('deploy/production.yml', (text) =>
      withFault(text, '{ FAIL: errors, FAIL_AFTER_SECONDS: "25" }'),
    );
    await repository.release('3.0.0', 'Version 3.0.0, breaks after a while');
    requireGreen(await (await stage.nextRun(DEPLOY)).done);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(production, '3.0.0');
    return { value: undefined, proof: '3.0.0 passed every check there is' };
  });
  const broken = await screen.phase('3.0.0 breaks', async () => {
    await untilBroken(production);
    return { value: Date.now(), proof: `${production.url} answers with errors` };
  });
  await screen.phase('rollback, one click', async () => {
    const restored = await dispatchRollback(scene, 'apply', 'errors since 3.0.0');
    requireGreen(restored);
    await requireServed(production, '1.0.0');
    const traffic = startTraffic(production.url);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { requests, failed } = await traffic.stop();
    if (failed.length > 0) throw new Error(`${failed.length} of ${requests} requests failed`);
    const seconds = ((Date.now() - broken) / 1000).toFixed(0);
    return { value: undefined, proof: `1.0.0 serves again ${seconds} s after the first error` };
  });
  await screen.phase('the next push is held', async () => {
    await repository.edit('deploy/production.yml', withoutFault);
    await repository.release('4.0.0', 'Version 4.0.0, mended');
    requireGreen(await (await stage.nextRun(DEPLOY)).done);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    const held = await main.done;
    const said = annotations(held).find((text) => text.includes('on hold'));
    if (held.conclusion !== 'failure' || !said) throw new Error(`not held: ${annotations(held)}`);
    await requireServed(production, '1.0.0');
    return { value: undefined, proof: said.split('\n')[0] ?? '' };
  });
  await screen.phase('lifted', async () => {
    requireGreen(await dispatchRollback(scene, 'lift', 'mended in 4.0.0'));
    // Not by bob: nobody approves what he started himself.
    await dispatch(scene, scene.alice, DEPLOY);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(production, '4.0.0');
    const same = await requireSameImage(scene);
    return {
      value: undefined,
      proof: `4.0.0 in production, ${same.pods} pods of the proven image`,
    };
  });
}

const withFault = (text: string, fault: string): string =>
  text.replace(/^api:\n/m, `api:\n  env: ${fault}\n`);
const withoutFault = (text: string): string => text.replace(/^ {2}env: .*\n/m, '');

/** Shows what the approver sees, then approves as bob. */
async function approve({ stage, bob, ports }: Scene, runId: number): Promise<void> {
  const path = `/repos/${REPOSITORY}/actions/runs/${runId}/pending_deployments`;
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const pending = (await api(stage, bob, 'GET', path)) as {
      environment: { id: number; name: string };
    }[];
    if (pending.length > 0) {
      const names = pending.map(({ environment }) => environment.name).join(', ');
      await ports.confirm(`bob approves ${names}`);
      const environment_ids = pending.map(({ environment }) => environment.id);
      await api(stage, bob, 'POST', path, {
        environment_ids,
        state: 'approved',
        comment: 'looks good',
      });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`run ${runId} does not wait for an approval`);
}

/** The button "Run workflow" on main. */
async function dispatch(
  { stage }: Scene,
  user: User,
  workflow: string,
  inputs: object = {},
): Promise<void> {
  const file = workflow.replace('.github/workflows/', '');
  const path = `/repos/${REPOSITORY}/actions/workflows/${file}/dispatches`;
  await api(stage, user, 'POST', path, { ref: 'main', inputs });
}

async function dispatchRollback(
  scene: Scene,
  mode: 'apply' | 'lift',
  reason: string,
): Promise<WorkflowRun> {
  await dispatch(scene, scene.bob, ROLLBACK, { environment: 'production', mode, reason });
  return (await scene.stage.nextRun(ROLLBACK)).done;
}

async function api(
  stage: Stage,
  user: User,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${stage.github.url}${path}`, {
    method,
    headers: {
      authorization: `token ${user.token}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function headOfMain({ stage, bob }: Scene): Promise<string> {
  const ref = await api(stage, bob, 'GET', `/repos/${REPOSITORY}/git/ref/heads/main`);
  return (ref as { object: { sha: string } }).object.sha;
}

const annotations = (run: WorkflowRun): string[] =>
  flatten(run.jobs).flatMap((job) => job.annotations.map((annotation) => annotation.message));

function requireGreen(run: WorkflowRun): void {
  if (run.conclusion === 'success') return;
  const red = flatten(run.jobs).filter((job) => job.result === 'failure');
  const log = red.flatMap((job) =>
    job.steps
      .filter((step) => step.outcome === 'failure')
      .flatMap((step) => [`${job.name} › ${step.name}`, ...step.lines.slice(-25)]),
  );
  throw new Error(
    `${run.path} (${run.title}) is ${run.conclusion}: ${[...run.errors, ...annotations(run)].join('\n')}\n${log.join('\n')}`,
  );
}

/**
 * Ten answers in a row come from this version. Pods that are on their way out go on answering until
 * everybody has learnt that they leave (their preStop pause): they are given 10 s.
 */
async function requireServed({ url }: Place, version: string): Promise<void> {
  let answered = '';
  for (let inARow = 0, end = Date.now() + 10_000; inARow < 10; ) {
    answered = await askVersion(url);
    inARow = answered === version ? inARow + 1 : 0;
    if (inARow === 0 && Date.now() > end) {
      throw new Error(`${url} is answered by ${answered}, not ${version}`);
    }
  }
}

/** The pods of both environments hold one and the same digest, and the registry has it. */
async function requireSameImage({
  staging,
  production,
  world,
}: Scene): Promise<{ pods: number; digest: string }> {
  const [proven, runs] = await Promise.all([runningImage(staging), runningImage(production)]);
  if (proven.digest !== runs.digest)
    throw new Error(`${runs.digest} runs, ${proven.digest} was proven`);
  return { pods: await rereadPods(world, production, runs), digest: runs.digest };
}

async function untilBroken({ url }: Place): Promise<void> {
  for (
    const end = Date.now() + 90_000;
    Date.now() < end;
    await new Promise((r) => setTimeout(r, 500))
  ) {
    const answer = await fetch(new URL('/stories', url), {
      headers: { connection: 'close' },
    }).catch(() => undefined);
    if (answer && answer.status >= 500) return;
  }
  throw new Error(`${url} never broke`);
}
