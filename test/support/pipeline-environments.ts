import { randomBytes } from 'node:crypto';
import type { Stage } from '../../sandbox/stage/stage.ts';

export interface PipelineSecrets {
  /** What the chart gets by DEPLOY_SECRET_VALUES. */
  readonly password: string;
  /** What must never be seen, by name: the part of each that no encoding but base64 changes. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Secrets that are found again wherever they leak to. */
export function makeSecrets({ github }: Stage): PipelineSecrets {
  const app = github.registerApp('promoter', 'acme', { contents: 'write', metadata: 'read' });
  const canary = `Canary-${randomBytes(9).toString('hex')}`;
  // Characters that each encoding writes in another way.
  const password = `${canary}-"/+&<ü`;
  const secrets = { password: canary, 'promote-token': github.installationToken(app) };
  return { password, secrets };
}

/** Environments, rules and secrets as docs/bootstrap.md sets them up. */
export function openEnvironments(
  { github }: Stage,
  repository: string,
  { password, secrets }: PipelineSecrets,
): void {
  github.setEnvironment(repository, 'staging');
  github.setEnvironment(repository, 'production', {
    reviewers: ['alice', 'bob'],
    preventSelfReview: true,
  });
  github.setEnvironment(repository, 'production-rollback', { branches: ['main'] });
  github.setSecret(repository, 'PROMOTE_TOKEN', secrets['promote-token'] ?? '');
  const values = JSON.stringify({ password });
  for (const environment of ['staging', 'production']) {
    github.setSecret(repository, 'DEPLOY_SECRET_VALUES', values, environment);
  }
}
