import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { leastTrust } from '../../../src/cloud/least-trust.ts';
import { authenticationConfiguration, roleBinding } from '../../../src/cloud/trust.ts';
import { exampleClaims } from './example-claims.ts';

const trustOf = (claims: Readonly<Record<string, unknown>> = {}) =>
  leastTrust(exampleClaims(claims), 'https://k8s.example.com/production');
const rulesOf = (yaml: string): string =>
  (parse(yaml) as { jwt: { claimValidationRules: { expression: string }[] }[] }).jwt
    .flatMap((entry) => entry.claimValidationRules.map((rule) => rule.expression))
    .join('\n');

describe('the least trust of a job', () => {
  it('is what docs/login-direct.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/login-direct.md'), 'utf8');
    const shown = (name: string): string | undefined =>
      new RegExp(
        `<!-- ${name}:start -->\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\`\\n<!-- ${name}:end -->`,
      ).exec(page)?.[1];
    expect(shown('authentication')).toBe(trustOf().authentication);
    expect(shown('rbac')).toBe(trustOf().rbac);
  });

  it('covers the environment and its rollback, whichever of the two the job runs in', () => {
    const both = 'claims.environment in ["production", "production-rollback"]';
    expect(rulesOf(trustOf().authentication)).toContain(both);
    const rollback = trustOf({ environment: 'production-rollback' });
    expect(rulesOf(rollback.authentication)).toContain(both);
    expect(rollback.rbac).toContain('"gha:456789:production"');
    expect(rollback.rbac).toContain('"gha:456789:production-rollback"');
  });

  it.each(['refs/heads/main', 'refs/tags/v1'])('pins the commit of a workflow at %s', (ref) => {
    const workflow = `acme/shop/.github/workflows/ship.yml@${ref}`;
    const trust = trustOf({ job_workflow_ref: workflow });
    expect(rulesOf(trust.authentication)).toContain(
      'claims.job_workflow_sha in ["9e8d7c6b5a49382716051423344556677889900a"]',
    );
    expect(rulesOf(trust.authentication)).toContain(`claims.job_workflow_ref in ["${workflow}"]`);
    expect(trust.notes.join('\n')).toContain('can be moved');
  });

  it.each([
    [{ environment: undefined }, 'names no environment'],
    [{ event_name: 'pull_request' }, 'is refused by the configuration'],
    [{ runner_environment: 'self-hosted' }, 'A self-hosted runner is trusted'],
  ])('with %j warns: %s', (claims, note) => {
    expect(trustOf(claims).notes.join('\n')).toContain(note);
  });

  it('keeps what a name holds inside its quotes', () => {
    const environment = `it's "x"]; true`;
    const yaml = trustOf({ environment }).authentication;
    expect(rulesOf(yaml)).toContain(
      'claims.environment in ["it\'s \\"x\\"]; true", "it\'s \\"x\\"]; true-rollback"]',
    );
  });
});

describe('the generated objects', () => {
  it('hold the authority of an issuer without a public certificate', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    const yaml = authenticationConfiguration({
      issuer: 'https://issuer.example.com',
      issuerCa: pem,
      audience: 'a',
      ownerId: '1',
      repositoryIds: [],
      environments: ['staging'],
      workflowRefs: ['w'],
      runner: 'self-hosted',
    });
    const [entry] = (parse(yaml) as { jwt: { issuer: object }[] }).jwt;
    expect(entry?.issuer).toEqual({
      url: 'https://issuer.example.com',
      audiences: ['a'],
      certificateAuthority: `${pem}\n`,
    });
    expect(rulesOf(yaml)).not.toContain('repository_id');
    expect(rulesOf(yaml)).toContain('claims.runner_environment == "self-hosted"');
  });

  it('bind users in one namespace', () => {
    expect(parse(roleBinding({ users: ['gha:1:a', 'gha:1:b'], namespace: 'shop' }))).toMatchObject({
      kind: 'RoleBinding',
      metadata: { namespace: 'shop' },
      subjects: [{ name: 'gha:1:a' }, { name: 'gha:1:b' }],
    });
  });
});
