import {
  type BuildEvent,
  createEventReader,
} from '../../../../actions/build-image/build-events.ts';
import { createBuildLog, dockerfileSteps } from '../../../../actions/build-image/build-log.ts';

function follow(events: readonly BuildEvent[]) {
  const printed: string[] = [];
  const log = createBuildLog((line) => printed.push(line));
  for (const event of events) log.add(event);
  return { printed, steps: log.steps() };
}

const at = (ms: number): string => new Date(1_700_000_000_000 + ms).toISOString();
const done = (digest: string, name: string, from: number, to: number, more = {}): BuildEvent => ({
  vertexes: [{ digest, name, started: at(from), completed: at(to), ...more }],
});
const says = (vertex: string, text: string): BuildEvent => ({
  logs: [{ vertex, data: Buffer.from(text).toString('base64') }],
});

test('a line per finished step with its time or CACHED, in the order they end', () => {
  const { printed } = follow([
    { vertexes: [{ digest: '1', name: '[2/2] RUN make' }] },
    { vertexes: [{ digest: '1', name: '[2/2] RUN make', started: at(0) }] },
    done('2', '[1/2] FROM base', 0, 30, { cached: true }),
    says('1', 'one\ntw'),
    says('1', 'o\n10%\r100%\n'),
    done('1', '[2/2] RUN make', 0, 1500),
  ]);
  expect(printed).toEqual([
    '✔ [1/2] FROM base CACHED',
    '    one',
    '    two',
    '    100%',
    '✔ [2/2] RUN make 1.5 s',
  ]);
});

test('what BuildKit does by itself is shown only when it takes long', () => {
  const { printed } = follow([
    done('1', '[internal] load build definition', 0, 499),
    done('2', '[internal] load build context', 0, 500),
  ]);
  expect(printed).toEqual(['✔ [internal] load build context 500 ms']);
});

test('the slices of a step are added up, each once', () => {
  const { printed, steps } = follow([
    done('1', '[1/1] FROM base', 0, 10),
    done('1', '[1/1] FROM base', 0, 10),
    done('1', '[1/1] FROM base', 20, 3020),
  ]);
  expect(printed).toEqual(['✔ [1/1] FROM base 10 ms', '✔ [1/1] FROM base 3.0 s']);
  expect(steps).toMatchObject([{ ms: 3010 }]);
});

test('steps come in the order they began; only those of the Dockerfile are counted', () => {
  const { steps } = follow([
    { vertexes: [{ digest: '9', name: '[never 3/3] RUN never' }] },
    done('3', '[stage-1 2/2] COPY --from=deps /x /x', 30, 40),
    done('2', '[linux/arm64 deps 2/2] RUN make', 20, 30),
    done('1', '[1/2] FROM base', 10, 20),
    done('0', '[internal] load', 0, 10),
    done('4', 'exporting to image', 40, 50),
  ]);
  expect(dockerfileSteps(steps).map(({ name }) => name)).toEqual([
    '[1/2] FROM base',
    '[linux/arm64 deps 2/2] RUN make',
    '[stage-1 2/2] COPY --from=deps /x /x',
    '[never 3/3] RUN never',
  ]);
});

test('a failed step keeps its last 20 lines, the unfinished one too', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
  const { steps, printed } = follow([
    says('1', `${lines.join('\n')}\nno break`),
    done('1', '[1/1] RUN x', 0, 5, { error: 'exit code: 1' }),
  ]);
  expect(steps[0]?.output).toEqual([...lines.slice(-19), 'no break']);
  expect(printed.slice(-2)).toEqual(['    no break', '✘ [1/1] RUN x 5 ms']);
});

test('events are read from one line (buildx 0.14 and later) and from many (0.13), text is text', () => {
  const events: BuildEvent[] = [];
  const text: string[] = [];
  const read = createEventReader({ event: (e) => events.push(e), text: (l) => text.push(l) });
  const event = done('1', '[1/1] RUN x', 0, 5);
  const lines = [
    'WARNING: no output',
    JSON.stringify(event),
    ...JSON.stringify(event, null, 2).split('\n'),
    '{not json}',
    'ERROR: failed',
  ];
  for (const line of lines) read(line);
  expect(events).toEqual([event, event]);
  expect(text).toEqual(['WARNING: no output', '{not json}', 'ERROR: failed']);
});
