import { explain } from '../../../src/cloud/explain.ts';
import { exampleClaims } from './example-claims.ts';

const now = 1_795_000_100_000;
const explained = (claims: Readonly<Record<string, unknown>>, status: 401 | 403 = 401): string =>
  explain(exampleClaims(claims), 'direct', { status, now }).join('\n');

describe('a refused login is explained', () => {
  it.each([
    [{ environment: undefined }, 'The job names no environment'],
    [{ event_name: 'pull_request' }, 'The event is pull_request'],
    [{ exp: 1_795_000_000 }, 'The token expired 100 s ago'],
    [{}, 'sub holds ids'],
    [{ sub: 'repo:acme/shop:environment:production' }, 'sub holds no ids'],
    [{}, 'sub names no branch or tag'],
    [
      { iss: 'https://ghe.example.com/_services/token' },
      'issuer.url must be https://ghe.example.com',
    ],
    [{ runner_environment: 'self-hosted' }, 'The runner is self-hosted'],
    [{ job_workflow_ref: 'acme/shop/.github/workflows/x.yml@refs/heads/main' }, 'is no tag'],
    [{ environment: 'Production' }, 'upper and lower case'],
  ])('with %j it says: %s', (claims, sentence) => {
    expect(explained(claims)).toContain(sentence);
  });

  it.each([
    [{}, 'The job names no environment'],
    [{}, 'The event is'],
    [{}, 'expired'],
    [{}, 'The issuer is not'],
    [{}, 'self-hosted'],
    [{}, 'is no tag'],
    [{}, 'upper and lower case'],
    [{ environment: undefined }, 'sub names no branch'],
    [{ sub: 'repo:acme/shop:environment:production' }, 'sub holds ids'],
  ])('with %j it does not say: %s', (claims, sentence) => {
    expect(explained(claims)).not.toContain(sentence);
  });

  it('shows both forms of the subject and every claim that rules are made of', () => {
    const text = explained({ environment: undefined });
    expect(text).toContain(
      'sub = repo:acme@123456/shop@456789:environment:production (form with ids)',
    );
    expect(text).toContain('not in this token: repo:acme/shop:environment:production');
    expect(text).toContain('environment = (not in the token)');
    expect(text).toContain('repository_owner_id = 123456');
    expect(text).not.toContain('octocat');
  });

  it('tells a missing right (403) from a token that was not accepted (401)', () => {
    expect(explained({}, 403)).toContain('a RoleBinding is missing');
    expect(explained({}, 403)).not.toContain('sub holds ids');
    expect(explained({}, 401)).toContain('issuer.audiences with aud');
  });
});
