import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '../../sandbox/github/accounts.ts';
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import { openStage, type Stage } from '../../sandbox/stage/stage.ts';
import { openWorkingCopy, type WorkingCopy } from './pipeline-copy.ts';
import { makeSecrets, openEnvironments, type PipelineSecrets } from './pipeline-environments.ts';
import { openPipelineGitHub, type PipelineGitHub } from './pipeline-github.ts';
import { openPipelinePlace, type PipelinePlace } from './pipeline-place.ts';
import { requireGreen } from './pipeline-run.ts';
import { RELEASE, serviceFiles } from './pipeline-service.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';

const ROOT = join(import.meta.dirname, '../..');
export const DEPLOY = '.github/workflows/deploy.yml';
export const ROLLBACK = '.github/workflows/rollback.yml';

/** A service repository whose pushes run the suite's unmodified workflow files on the sandbox. */
export interface PipelineBench extends PipelineGitHub, PipelineSecrets, WorkingCopy {
  readonly stage: Stage;
  /** `acme/…` */
  readonly repository: string;
  /** Writes the service. */
  readonly alice: User;
  /** Reviews production, and presses buttons. */
  readonly bob: User;
  /** Administrator of the repository. */
  readonly carol: User;
  readonly staging: PipelinePlace;
  readonly production: PipelinePlace;
  /** Makes the environments with their rules and secrets where they are missing. */
  readonly setEnvironments: () => void;
  /** Pushes develop with this page and returns the run that it starts. */
  readonly release: (page: string, files?: Readonly<Record<string, string>>) => Promise<StartedRun>;
  /** Pushes develop, sees it green, and waits until main's run asks for its approval. */
  readonly releaseToMain: PipelineBench['release'];
  /** The digest of what the registry gives for a digest of the service's image. */
  readonly registryDigest: (digest: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Brings up the sandbox, a stage of its own, a repository and two empty environments. */
export async function openPipelineBench(): Promise<PipelineBench> {
  const sandbox = await testSandbox();
  const { world, environment } = sandbox;
  const folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
  const stage = await openStage({ world, environment, root: ROOT, folder: join(folder, 'stage') });
  const { github } = stage;
  const id = randomBytes(4).readUInt32BE();
  const name = `web-${randomBytes(3).toString('hex')}`;
  const repository = `acme/${name}`;
  const [staging, production] = await Promise.all([
    openPipelinePlace(sandbox, id, 'staging', RELEASE),
    openPipelinePlace(sandbox, id, 'production', RELEASE),
  ]);
  await github.createRepository(repository, { id, visibility: 'private' });
  const [alice, bob] = [github.addUser('alice'), github.addUser('bob')];
  const carol = github.addUser('carol', 'admin');
  const secrets = makeSecrets(stage);
  const setEnvironments = () => openEnvironments(stage, repository, secrets);
  setEnvironments();

  const remote = `${github.url.replace('//', `//alice:${alice.token}@`)}/${repository}.git`;
  const copy = await openWorkingCopy(join(folder, 'copy'), remote, alice);
  await copy.write(serviceFiles(name, world, { staging, production }));
  const onGitHub = openPipelineGitHub(stage, repository, bob);

  const release: PipelineBench['release'] = async (page, files = {}) => {
    await copy.write({ 'service/page': `${page}\n`, ...files });
    await copy.push(page);
    return stage.nextRun(DEPLOY);
  };
  return {
    ...{ ...copy, ...onGitHub, ...secrets },
    ...{ stage, repository, alice, bob, carol, staging, production, setEnvironments, release },
    releaseToMain: async (page, files) => {
      requireGreen(await (await release(page, files)).done);
      const main = await stage.nextRun(DEPLOY);
      await onGitHub.untilAsked(main);
      return main;
    },
    registryDigest: (digest) => askRegistry(sandbox, `${repository}-api/manifests/${digest}`),
    close: async () => {
      await onGitHub.finish();
      await stage.close();
      for (const { namespace } of [staging, production]) {
        await sandbox.run(['kubectl', 'delete', 'namespace', namespace, '--wait=false']);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Hashes what the registry itself gives. */
async function askRegistry(
  { run, world, environment }: TestSandbox,
  path: string,
): Promise<string> {
  const manifest = await run([
    ...['curl', '-sSf', '--cacert', environment.env.SSL_CERT_FILE ?? ''],
    ...['-H', 'Accept: application/vnd.oci.image.index.v1+json'],
    ...['-H', 'Accept: application/vnd.oci.image.manifest.v1+json'],
    `https://${world.registry}/v2/${path}`,
  ]);
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}
