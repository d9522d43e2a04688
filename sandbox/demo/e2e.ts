import { run } from '../world/run.ts';

/** Runs a repository's own E2E test against the deployed service. @throws {Error} when it is red */
export async function runE2e(folder: string, url: string, version: string): Promise<void> {
  await run([process.execPath, '--test', 'e2e/stories.test.js'], {
    cwd: folder,
    env: { ...process.env, DEPLOY_URL: url, EXPECT_VERSION: version },
  });
}
