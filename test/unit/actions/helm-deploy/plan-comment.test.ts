import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commentPlan } from '../../../../actions/helm-deploy/plan-comment.ts';
import { ActionError } from '../../../../src/errors.ts';
import type { Comment } from '../../../../src/http/github/facts.ts';
import type { GitHub } from '../../../../src/http/github/github.ts';
import { memoryGitHub } from '../../records/memory-github.ts';

const TOPIC = { environment: 'all', config: '.github/deploy.yml' };
const MARKER = '<!-- deploy-actions: plan of all in .github%2Fdeploy.yml -->';

let folder: string;
let said: string[];
let written: [number | string, string][];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'comment-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Comments on a pull request of `head`; answers what was said and written. */
async function comment(
  text: string,
  { there = [], head = 'acme/shop', name = 'pull_request', github = {} }: Partial<Given> = {},
): Promise<void> {
  said = [];
  written = [];
  const path = join(folder, 'event.json');
  const repo = head === '' ? null : { full_name: head };
  const pull_request = { number: 7, head: { sha: 'abcdef0123456789', repo } };
  writeFileSync(path, JSON.stringify({ pull_request }));
  const memory = memoryGitHub({
    comments: async () => there,
    addComment: async (pull, body) => void written.push([`new on ${pull}`, body]),
    updateComment: async (id, body) => void written.push([id, body]),
    ...github,
  });
  await commentPlan(text, TOPIC, 'token', {
    env: {
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SERVER_URL: 'https://github.example.com',
      GITHUB_RUN_ID: '12',
    },
    github: () => memory.github,
    info: (line) => void said.push(line),
    warn: (line) => void said.push(`warning: ${line}`),
  });
}

interface Given {
  readonly there: readonly Comment[];
  /** Repository of the head, `''` for a fork that was deleted. */
  readonly head: string;
  readonly name: string;
  readonly github: Partial<GitHub>;
}

test('the first plan is a new comment, the next one changes it', async () => {
  await comment('the plan');
  expect(written).toMatchObject([['new on 7', expect.stringMatching(/^<!-- deploy-actions/)]]);
  expect(written[0]?.[1]).toContain('the plan');
  expect(written[0]?.[1]).toContain('`abcdef01`');
  const body = written[0]?.[1] ?? '';
  await comment('the next', { there: [{ id: 3, body, isOurs: true }] });
  expect(written.map(([where]) => where)).toEqual([3]);
});

test('somebody else’s comment with our marker, and one of another plan, are left alone', async () => {
  const there = [
    { id: 1, body: `${MARKER}\nby a stranger`, isOurs: false },
    { id: 2, body: MARKER.replace('of all', 'of staging'), isOurs: true },
    { id: 3, body: `> ${MARKER}\nquoted`, isOurs: true },
  ];
  await comment('the plan', { there });
  expect(written.map(([where]) => where)).toEqual(['new on 7']);
});

test('what GitHub would not take whole is cut, with the way to the rest', async () => {
  await comment(`\`\`\`text\n${'+ a line of the plan\n'.repeat(10_000)}\`\`\``);
  const body = written[0]?.[1] ?? '';
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body.length).toBeGreaterThan(65_000);
  expect(body).toContain(
    '[summary of the run](https://github.example.com/acme/shop/actions/runs/12)',
  );
});

test.each([
  ['a fork', 'mallory/shop'],
  ['a fork that was deleted', ''],
])('%s gets no comment', async (_what, head) => {
  await comment('the plan', { head });
  expect(written).toEqual([]);
  expect(said).toEqual([expect.stringContaining('of a fork')]);
});

test('a run without a pull request comments nowhere', async () => {
  await comment('the plan', { name: 'push' });
  expect(written).toEqual([]);
  expect(said).toEqual([expect.stringContaining('no pull request')]);
});

test('a token that may not write fails nothing, and the missing right is named', async () => {
  const refused = new ActionError('github-refused', 'Cannot write a comment: GitHub said 403');
  await comment('the plan', { github: { addComment: () => Promise.reject(refused) } });
  expect(said).toEqual([
    expect.stringMatching(/^warning: The plan is in the job summary only:.*403/),
  ]);
});
