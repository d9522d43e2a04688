import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobState, StepScope } from './job-state.ts';

/** A setting of git that sends a token to one server. */
export interface AuthorizationHeader {
  /** `http.https://github.com/.extraheader` */
  readonly key: string;
  readonly value: string;
}

/** The header for a token; both its forms are masked. */
export function authorizationHeader(job: JobState, token: string): AuthorizationHeader {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  for (const secret of [token, credentials]) if (secret !== '') job.reader.addMask(secret);
  return {
    key: `http.${job.run.settings.backend.url}/.extraheader`,
    value: `AUTHORIZATION: basic ${credentials}`,
  };
}

/** git with the header, out of the environment: a token is never an argument. */
export const headerEnvironment = (
  header: AuthorizationHeader,
): Readonly<Record<string, string>> => ({
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: header.key,
  GIT_CONFIG_VALUE_0: header.value,
});

/** Leaves the token in the repository's configuration until the end of the job, as the real one. */
export function persistCredentials(
  job: JobState,
  scope: StepScope,
  target: string,
  header: AuthorizationHeader,
  title: string,
): void {
  const file = join(target, '.git', 'config');
  const [, section = ''] = /^http\.(.*)\.extraheader$/.exec(header.key) ?? [];
  const entry = `[http "${section}"]\n\textraheader = ${header.value}\n`;
  appendFileSync(file, entry);
  job.posts.push({
    id: 'checkout',
    title: () => `Post ${title}`,
    condition: 'always()',
    env: undefined,
    timeout: undefined,
    continueOnError: undefined,
    scope: { ...scope, stop: undefined },
    remembered: false,
    execute: async () => {
      try {
        writeFileSync(file, readFileSync(file, 'utf8').replace(entry, ''));
      } catch {
        // The job removed its workspace: nothing is left to clean.
      }
      return { failed: false, outputs: {} };
    },
  });
}
