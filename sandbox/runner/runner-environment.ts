import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';

/**
 * The variables a step of a job has on a GitHub-hosted Linux runner, for a made-up repository.
 * @param home a folder of the run; RUNNER_TEMP, the tool cache and HOME are made in it
 * @param tracking marks every process of the job, so that orphans are found
 */
export function runnerEnvironment(
  home: string,
  workspace: string,
  tracking: string,
): Readonly<Record<string, string>> {
  for (const folder of ['temp', 'tools', 'home']) mkdirSync(join(home, folder));
  const eventPath = join(home, 'event.json');
  writeFileSync(eventPath, '{}');
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(home, 'home'),
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__run',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1000000001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'run-action',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(home, 'temp'),
    RUNNER_TOOL_CACHE: join(home, 'tools'),
    RUNNER_TRACKING_ID: tracking,
  };
}

/**
 * `INPUT_*` of every declared input, and of every other one given: upper case, spaces to `_`,
 * dashes kept. The runner does not enforce `required`.
 * @throws {Error} when a default holds an expression other than `github.token`
 */
export function inputEnvironment(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  token: string,
): Readonly<Record<string, string>> {
  const defaults = Object.entries(manifest.inputs).map(([name, input]) => [
    name,
    evaluate(String(input?.default ?? ''), token),
  ]);
  const values: Record<string, string> = { ...Object.fromEntries(defaults), ...given };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

function evaluate(text: string, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression !== 'github.token') {
      throw new Error(`The default \${{ ${expression} }} is not known to the test harness`);
    }
    return token;
  });
}

/** Makes a checked-out repository of the given files. @returns its folder */
export function makeWorkspace(home: string, files: Readonly<Record<string, string>>): string {
  const workspace = join(home, 'workspace');
  mkdirSync(workspace);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  return workspace;
}
