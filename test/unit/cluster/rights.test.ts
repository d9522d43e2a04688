import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRights } from '../../../src/cluster/rights.ts';

interface Review {
  readonly spec: { readonly resourceAttributes: Readonly<Record<string, string>> };
}

/** An API server that allows what `allowed` says; each question as `verb group/resource/sub`. */
const ask = (allowed: (question: string) => boolean | number) => {
  const asked: string[] = [];
  const rights = readRights(
    {
      call: async ({ body }) => {
        const {
          verb,
          group = '',
          resource,
          subresource = '',
          namespace,
        } = (body as Review).spec.resourceAttributes;
        const question = `${verb} ${group}/${resource}/${subresource}`;
        asked.push(question);
        expect(namespace).toBe('shop');
        const answer = allowed(question);
        return typeof answer === 'number'
          ? { status: answer, body: {} }
          : { status: 201, body: { status: { allowed: answer } } };
      },
    },
    'shop',
  );
  return rights.then((known) => ({ ...known, asked }));
};

test('with all rights nothing is missing', async () => {
  const { missing, has } = await ask(() => true);
  expect([missing, has('watch'), has('pod-logs')]).toEqual([[], true, true]);
});

test('a right is missing when one of its rules is; what to grant is named', async () => {
  const { missing, has } = await ask((question) => question !== 'watch batch/jobs/');
  expect(missing).toMatchObject([{ right: 'watch', grant: 'watch jobs.batch' }]);
  expect([has('watch'), has('list-events')]).toEqual([false, true]);
});

test('a log is a part of a pod', async () => {
  const { missing } = await ask((question) => question !== 'get /pods/log');
  expect(missing).toMatchObject([{ right: 'pod-logs', grant: 'get pods/log' }]);
});

test('an authorizer that does not answer allows nothing', async () => {
  const { missing, asked } = await ask(() => 500);
  expect(missing.flatMap(({ grant }) => grant.split(', '))).toHaveLength(asked.length);
});

test('docs/rights.md says of each right what it is and what is lost without it', async () => {
  const file = join(import.meta.dirname, '../../../docs/rights.md');
  const documented = readFileSync(file, 'utf8');
  const { missing } = await ask(() => false);
  for (const { grant, loses } of missing) {
    expect(documented).toContain(`| \`${grant}\` | ${loses} |`);
  }
});
