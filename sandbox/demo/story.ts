import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openStage, type Stage } from '../stage/stage.ts';
import { adaptToGround } from './adapt.ts';
import { badInProduction } from './bad-in-production.ts';
import { badInStaging } from './bad-in-staging.ts';
import { goodVersion } from './good-version.ts';
import type { Ground } from './ground.ts';
import { savePages } from './pages.ts';
import { openPlace } from './place.ts';
import { REPOSITORY, type Scene, type StoryPorts } from './scene.ts';
import { openServiceRepository } from './service-repository.ts';
import { progressLines } from './tree.ts';

const EXAMPLE = 'story-1-1';
const REPOSITORY_ID = 1011;

/**
 * Three pushes: a good version goes through to production; one that fails its E2E undoes itself in
 * staging; one that is bad only in production is rolled back by one click, held, and lifted. Returns
 * only when every claim was read again from cluster, registry and GitHub's side.
 */
export async function tellStory(ports: StoryPorts): Promise<void> {
  const { screen } = ports;
  screen.chapter('The world: a real Kubernetes, a registry, a build engine');
  const ground = await screen.phase('world', async () => {
    const value = await ports.openGround();
    return { value, proof: value.title };
  });
  const stage = await openStage({
    root: ports.root,
    environment: ground,
    ...(ground.oidc && { world: ground.oidc.world }),
    folder: join(ports.root, '.sandbox', 'stage'),
    onProgress: progressLines(screen.line),
  });
  try {
    const scene = await screen.phase('repository, environments', () =>
      setTheScene(ground, stage, ports),
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
async function setTheScene(ground: Ground, stage: Stage, ports: StoryPorts) {
  const { github } = stage;
  const [staging, production] = await Promise.all([
    openPlace(ground, REPOSITORY_ID, 'staging', 30_101),
    openPlace(ground, REPOSITORY_ID, 'production', 30_102),
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
  github.setVariable(REPOSITORY, 'PROMOTE_APP_ID', String(app.id));
  github.setSecret(REPOSITORY, 'PROMOTE_APP_KEY', app.privateKey);
  const remote = `${github.url.replace('//', `//alice:${alice.token}@`)}/${REPOSITORY}.git`;
  const repository = await openServiceRepository(join(ports.root, 'examples', EXAMPLE), remote);
  await adaptToGround(repository.folder, ground, [staging, production]);
  const value: Scene = {
    ...{ ground, stage, staging, production, repository, alice, bob, ports },
  };
  return { value, proof: `${REPOSITORY}; production needs bob's approval` };
}

/** Secret values as a service would keep them in one GitHub secret: made anew for every demo. */
function makePasswords(): string {
  const password = (): string => randomBytes(18).toString('hex');
  return `secrets:\n  postgresPassword: ${password()}\n  redisPassword: ${password()}\n`;
}
