import type { Claims } from '../../../src/cloud/claims.ts';

/** The claims of a job of acme/shop as github.com issues them; `undefined` takes a claim away. */
export function exampleClaims(changes: Readonly<Record<string, unknown>> = {}): Claims {
  const all: Record<string, unknown> = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'https://k8s.example.com/production',
    sub: 'repo:acme@123456/shop@456789:environment:production',
    repository: 'acme/shop',
    repository_id: '456789',
    repository_owner: 'acme',
    repository_owner_id: '123456',
    environment: 'production',
    ref: 'refs/heads/main',
    event_name: 'push',
    actor: 'octocat',
    job_workflow_ref: 'acme/deploy-actions/.github/workflows/deploy.yml@refs/tags/v1.0.0',
    job_workflow_sha: '9e8d7c6b5a49382716051423344556677889900a',
    runner_environment: 'github-hosted',
    nbf: 1_795_000_000 - 600,
    iat: 1_795_000_000,
    exp: 1_795_000_000 + 300,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as Claims;
}

/** A JWT around claims; its signature is nobody's. */
export function unsignedToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}
