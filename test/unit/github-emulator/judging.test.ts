import { closeSchemas } from '../../../sandbox/github/rest/close-schemas.ts';
import { openDescription } from '../../../sandbox/github/rest/description.ts';
import { createFaults } from '../../../sandbox/github/rest/faults.ts';
import { fields } from '../../../sandbox/github/rest/fields.ts';
import { operations } from '../../../sandbox/github/rest/operations.ts';
import { plain } from '../../../sandbox/github/rest/plain.ts';
import { subset } from '../../../scripts/github-openapi/subset.ts';

describe("GitHub's description", () => {
  const whole = {
    openapi: '3.0.3',
    info: { version: '1' },
    paths: {
      '/a': {
        get: {
          operationId: 'a/get',
          description: 'prose',
          externalDocs: { description: 'prose', url: 'https://docs.example.com/a' },
          responses: {
            200: {
              description: 'prose',
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/thing' } },
                'text/html': {},
              },
            },
          },
        },
        post: { operationId: 'a/post', responses: {} },
      },
    },
    components: {
      schemas: {
        thing: {
          type: 'object',
          properties: {
            description: { type: 'string', nullable: true, enum: ['x'], example: 'x' },
            other: { nullable: true, allOf: [{ $ref: '#/components/schemas/other' }] },
            url: { type: 'string', format: 'uri', default: '' },
            when: { type: 'string', format: 'date-time' },
          },
        },
        other: { type: 'object', properties: { a: { type: 'string' } } },
        unused: { type: 'object' },
      },
    },
  };

  test('is cut to the operations asked for and the schemas they need, without prose', () => {
    const { document, missing } = subset(whole, ['a/get', 'a/put']);
    expect(missing).toEqual(['a/put']);
    expect(JSON.stringify(document)).not.toContain('prose');
    expect(document).toMatchObject({
      paths: { '/a': { get: { externalDocs: { url: 'https://docs.example.com/a' } } } },
      components: {
        schemas: {
          thing: {
            properties: {
              description: { type: 'string', nullable: true, enum: ['x', null] },
              other: {
                anyOf: [{ allOf: [{ $ref: '#/components/schemas/other' }] }, { enum: [null] }],
              },
              url: { type: 'string' },
              when: { format: 'date-time' },
            },
          },
        },
      },
    });
    expect(document.components).not.toHaveProperty('schemas.unused');
    expect(document.paths).not.toHaveProperty('/a.post');
  });

  test('is closed against invented fields, but not where schemas are combined', () => {
    const closed = closeSchemas({
      plain: { type: 'object', properties: { a: {} } },
      open: { type: 'object', properties: { a: {} }, additionalProperties: true },
      combined: { allOf: [{ type: 'object', properties: { a: {} } }] },
      choice: { anyOf: [{ type: 'object', properties: { a: {} } }] },
    });
    expect(closed).toEqual({
      plain: { type: 'object', properties: { a: {} }, additionalProperties: false },
      open: { type: 'object', properties: { a: {} }, additionalProperties: true },
      combined: { allOf: [{ type: 'object', properties: { a: {} } }] },
      choice: {
        anyOf: [{ type: 'object', properties: { a: {} }, additionalProperties: false }],
      },
    });
  });

  test('that is committed holds exactly the operations the emulator serves', async () => {
    const { readFileSync } = await import('node:fs');
    const file = new URL('../../../sandbox/github/openapi.json', import.meta.url);
    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const described = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(described)).toEqual(new Set(Object.keys(operations)));
  });

  test('finds a field, a type and a missing value in both directions', async () => {
    const description = await openDescription();
    const match = description.match({
      method: 'PATCH',
      path: '/repos/acme/shop/git/refs/heads/feature/a',
      query: {},
      headers: { 'content-type': 'application/json' },
      body: { force: 'yes', extra: 1 },
    });
    expect(match).toMatchObject({
      operationId: 'git/update-ref',
      params: { ref: 'heads/feature/a' },
    });
    const { problems } = match?.judgeRequest() ?? { problems: [] };
    expect(problems.join('\n')).toContain("must have required property 'sha'");
    expect(problems.join('\n')).toContain('/requestBody/force must be boolean');
    expect(problems.join('\n')).toContain('("extra")');
    expect(match?.judgeResponse(200, {}).join('\n')).toContain("required property 'ref'");
    expect(match?.judgeResponse(418, {})).toEqual(['git/update-ref never answers 418']);
    expect(match?.judgeResponse(403, { message: 'no' })).toEqual([]);
  });
});

describe('small parts', () => {
  test('fields that nobody looked at are named', () => {
    const given = fields({ ref: 'main', force: true });
    expect(given.text('ref')).toBe('main');
    expect(given.ignored()).toEqual(['force']);
  });

  test('times have no fractions, undefined fields are not sent', () => {
    const at = new Date('2026-11-21T12:00:00.123Z');
    expect(plain({ at, list: [at], none: undefined, no: null })).toEqual({
      at: '2026-11-21T12:00:00Z',
      list: ['2026-11-21T12:00:00Z'],
      no: null,
    });
  });

  test('a fault hits whole routes, `*` for any part', () => {
    const faults = createFaults();
    faults.add({ route: 'POST /repos/*/deployments', kind: 'status', status: 500, times: 5 });
    expect(faults.take('POST', '/repos/acme/shop/deployments')).toHaveLength(1);
    expect(faults.take('GET', '/repos/acme/shop/deployments')).toHaveLength(0);
    expect(faults.take('POST', '/repos/acme/shop/deployments/1/statuses')).toHaveLength(0);
    faults.clear();
    expect(faults.take('POST', '/repos/acme/shop/deployments')).toHaveLength(0);
  });
});
