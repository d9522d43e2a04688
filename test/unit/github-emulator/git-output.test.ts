import { parseCgi } from '../../../sandbox/github/git/cgi.ts';
import { parseCommits } from '../../../sandbox/github/git/commit.ts';
import { parseChanges } from '../../../sandbox/github/git/file-change.ts';

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];

describe('what git prints', () => {
  test('changes of all kinds, with counts, renames and binary files', () => {
    const zero = '0'.repeat(40);
    const text = [
      `:000000 100644 ${zero} ${A} A`,
      'new file.txt',
      `:100644 000000 ${B} ${zero} D`,
      'gone.txt',
      `:100644 100644 ${A} ${B} R090`,
      'old.txt',
      'moved.txt',
      `:100644 100644 ${A} ${B} M`,
      'image.png',
      '2\t0\tnew file.txt',
      '0\t5\tgone.txt',
      '1\t1\t',
      'old.txt',
      'moved.txt',
      '-\t-\timage.png',
      '',
    ].join('\0');
    expect(parseChanges(text)).toEqual([
      { path: 'new file.txt', status: 'added', sha: A, additions: 2, deletions: 0 },
      { path: 'gone.txt', status: 'removed', sha: B, additions: 0, deletions: 5 },
      {
        path: 'moved.txt',
        previousPath: 'old.txt',
        status: 'renamed',
        sha: B,
        additions: 1,
        deletions: 1,
      },
      { path: 'image.png', status: 'modified', sha: B, additions: 0, deletions: 0 },
    ]);
  });

  test('commits, with messages of several lines and no parents', () => {
    const person = ['Ann', 'ann@example.com', '2026-11-21T12:00:00+01:00'];
    const record = (sha: string, parents: string, message: string) =>
      `${[sha, B, parents, ...person, ...person, message].join('\x1f')}\x1e`;
    const [first, root] = parseCommits(
      `${record(A, B, 'one\n\ntwo\n')}\n${record(B, '', 'root\n')}\n`,
    );
    expect(first).toMatchObject({ sha: A, parents: [B], message: 'one\n\ntwo' });
    expect(root).toMatchObject({ parents: [], author: { name: 'Ann' }, message: 'root' });
  });

  test('a CGI answer, with and without a status', () => {
    const body = Buffer.from([0, 13, 10, 13, 10, 255]);
    const head = Buffer.from('Status: 404 Not Found\r\nContent-Type: text/plain\r\n\r\n');
    expect(parseCgi(Buffer.concat([head, body]))).toEqual({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body,
    });
    expect(parseCgi(Buffer.from('A: b: c\r\n\r\n'))).toMatchObject({
      status: 200,
      headers: { a: 'b: c' },
    });
    expect(() => parseCgi(Buffer.from('fatal'))).toThrow('without an answer');
  });
});
