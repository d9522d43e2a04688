import type { KubeAnswer } from '../../../src/cluster/connect.ts';
import { openLog, readLog } from '../../../src/cluster/logs.ts';
import { ActionError } from '../../../src/errors.ts';

const POD = { namespace: 'x', pod: 'web-1', container: 'web' };
/** What a kubelet answers, with status 200, once the container is deleted. */
const EXCUSES = [
  'unable to retrieve container logs for containerd://0cb4236cf5cd29664fce17682000a2b9e39d',
  'Unable to retrieve container logs for docker://0cb4236cf5cd29664fce17682000a2b9e39d',
  'failed to try resolving symlinks in path "/var/log/pods/x_web-1_7/web/0.log": lstat /var/log/pods/x_web-1_7/web/0.log: no such file or directory',
];
const pathOf = (path: string) => Object.fromEntries(new URL(path, 'http://api').searchParams);

describe('the end of a log', () => {
  const read = async (answer: (tailLines: number) => KubeAnswer) => {
    const asked: Record<string, string>[] = [];
    const lines = await readLog(
      {
        call: async ({ path }) => {
          asked.push(pathOf(path));
          return answer(Number(pathOf(path).tailLines));
        },
      },
      { ...POD, previous: true, tailLines: 100, limitBytes: 40 },
    );
    return { lines, asked };
  };

  test('comes line by line, without the last line end', async () => {
    const { lines, asked } = await read(() => ({ status: 200, body: 'a\r\n\nb\n' }));
    expect(lines).toEqual(['a', '', 'b']);
    expect(asked).toEqual([
      { container: 'web', tailLines: '100', limitBytes: '40', previous: 'true' },
    ]);
  });

  test('is the end, not the start, where its lines are longer than what is wanted', async () => {
    const log = Array.from({ length: 100 }, (_, line) => `line ${line} ......`);
    const { lines } = await read((tailLines) => ({
      status: 200,
      body: `${log.slice(-tailLines).join('\n')}\n`.slice(0, 40),
    }));
    expect(lines).toEqual(['line 98 ......', 'line 99 ......']);
  });

  test.each(EXCUSES)('is undefined where a kubelet answers instead of it: %s', async (excuse) => {
    const lines = async (body: string) => (await read(() => ({ status: 200, body }))).lines;
    expect(await lines(excuse)).toBeUndefined();
    expect(await lines(`a\n${excuse}`)).toEqual(['a']);
    expect(await lines(`> ${excuse}\n`)).toEqual([`> ${excuse}`]);
  });

  test.each([[400], [403], [404], [500]])(
    'is undefined when it is not to be had (%d)',
    async (status) => {
      expect((await read(() => ({ status, body: { message: 'no' } }))).lines).toBeUndefined();
    },
  );

  test('is undefined when nobody answers', async () => {
    const lines = await read(() => {
      throw new ActionError('cluster-unreachable', 'no connection');
    });
    expect(lines.lines).toBeUndefined();
  });
});

describe('a log that is followed', () => {
  type Connection = readonly [lines: readonly string[], end: 'cut' | number];
  /** Each connection gets the next answers: lines, then how it ends. */
  const open = (connections: readonly Connection[], end: readonly string[] = []) => {
    const [seen, asked]: [string[], Record<string, string>[]] = [[], []];
    let next = 0;
    const log = openLog(
      {
        call: async ({ path }) => {
          asked.push(pathOf(path));
          return { status: 200, body: end.join('\n') };
        },
        stream: async ({ path }, { onLine }) => {
          asked.push(pathOf(path));
          const [lines, status] = connections[next++] ?? [[], 200];
          for (const line of lines) onLine(line);
          if (status === 'cut') throw new ActionError('cluster-unreachable', 'cut');
          return { status, body: '' };
        },
      },
      POD,
      (line) => seen.push(line),
    );
    const follow = (hasEnded = false) => log.follow(AbortSignal.timeout(20_000), () => hasEnded);
    return { seen, asked, log, follow };
  };
  const follow = async (...connections: readonly Connection[]) => {
    const opened = open(connections);
    await opened.follow();
    return opened;
  };
  const at = (second: number, text: string) => `2026-11-21T14:50:0${second}.123456789Z ${text}`;

  test('comes without its times, empty lines too, and ends with the container', async () => {
    const { seen, asked } = await follow([[at(1, 'one'), at(2, ''), at(3, 'a b')], 200]);
    expect(seen).toEqual(['one', '', 'a b']);
    expect(asked).toEqual([{ container: 'web', follow: 'true', timestamps: 'true' }]);
  });

  test('waits while the container starts', async () => {
    const { seen } = await follow([[], 400], [[at(1, 'one')], 200]);
    expect(seen).toEqual(['one']);
  });

  test('goes on where the connection broke, each line once, also lines of one time', async () => {
    const { seen, asked } = await follow(
      [[at(1, 'one'), at(2, 'two'), at(2, 'three')], 'cut'],
      [[at(1, 'one'), at(2, 'two'), at(2, 'three'), at(2, 'four'), at(3, 'five')], 200],
    );
    expect(seen).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(asked[1]?.sinceTime).toBe('2026-11-21T14:50:02.123456789Z');
  });

  test('passes on what the kubelet itself says, and what comes after it', async () => {
    const { seen } = await follow([[at(1, 'one'), 'log was rotated', at(2, 'two')], 200]);
    expect(seen).toEqual(['one', 'log was rotated', 'two']);
  });

  test.each(EXCUSES)('does not pass on the excuse of a kubelet without the log: %s', async (no) => {
    expect((await follow([[at(1, 'one'), no], 200])).seen).toEqual(['one']);
    expect((await follow([[no], 200])).seen).toEqual([]);
  });

  test.each(EXCUSES)('is asked for again where all that came is an excuse: %s', async (no) => {
    const { seen } = await follow([[no], 200], [[at(1, 'one')], 200]);
    expect(seen).toEqual(['one']);
  });

  test('is not waited for after an excuse when the container has ended for good', async () => {
    const { asked, follow: again } = open([[EXCUSES.slice(0, 1), 200]]);
    await again(true);
    expect(asked).toHaveLength(1);
  });

  test('is at its end where the excuse comes after lines of it', async () => {
    const { asked } = await follow([[at(1, 'one')], 'cut'], [EXCUSES.slice(0, 1), 200]);
    expect(asked).toHaveLength(2);
  });

  test('is followed anew, each line once', async () => {
    const { seen, follow: again } = open([
      [[at(1, 'one'), at(2, 'two')], 200],
      [[at(2, 'two'), at(3, 'three')], 200],
    ]);
    await again();
    await again();
    expect(seen).toEqual(['one', 'two', 'three']);
  });

  test('has an end that is read beside the stream, each line once', async () => {
    const end = [at(1, 'one'), at(2, 'two'), EXCUSES[0] ?? ''];
    const { seen, asked, log, follow: again } = open([[[at(1, 'one')], 200]], end);
    await again();
    const most = { tailLines: 100, limitBytes: 1000 };
    expect([await log.readEnd(most), await log.readEnd(most)]).toEqual([true, false]);
    expect(seen).toEqual(['one', 'two']);
    expect(asked[1]).toEqual({
      container: 'web',
      timestamps: 'true',
      tailLines: '100',
      limitBytes: '1000',
    });
  });

  test.each([[403], [404]])('ends where it cannot be had (%d)', async (status) => {
    expect((await follow([[], status])).asked).toHaveLength(1);
  });
});
