import type { Span } from '../../../src/report/stopwatch.ts';
import { createStopwatch } from '../../../src/report/stopwatch.ts';
import { timelineBlock } from '../../../src/report/timeline-block.ts';

const span = (name: string, start: number, end?: number, failed = false): Span => ({
  name,
  start,
  end,
  failed,
});

// Charts of such names were read by mermaid 11 itself when this was written; its parser needs a
// browser's document and 60 MB, so that here stands what it takes.

/** What mermaid's gantt lexer takes for a statement (gantt.jison); anything else is a task's label. */
const STATEMENT =
  /^(gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|accTitle|accDescr|section|click|vert|%%)/i;

/** The tasks of the chart, read as mermaid's grammar does: `taskTxt: [^:\n]+`, `taskData: [^#\n;]+`. */
function tasks(block: readonly string[]): { label: string; data: string }[] {
  const text = block.join('\n');
  const chart = /```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';
  const [head, ...lines] = chart.split('\n');
  expect(head).toBe('gantt');
  return lines
    .filter(
      (line) =>
        !/^(dateFormat YYYY-MM-DD HH:mm:ss\.SSS|axisFormat [%:HMS]+|section \w+)$/.test(line),
    )
    .map((line) => {
      expect(line).not.toMatch(STATEMENT);
      const match =
        /^([^:\n#;]+):((?:done|crit), \d{4}-\d\d-\d\d [\d:.]{12}, \d{4}-\d\d-\d\d [\d:.]{12})$/.exec(
          line,
        );
      expect([line, match !== null]).toEqual([line, true]);
      return { label: (match?.[1] ?? '').trim(), data: match?.[2] ?? '' };
    });
}

test('phases and rollouts are drawn from the begin of the run', () => {
  const block = timelineBlock(
    [span('check', 5000, 5800), span('upgrade', 5800, 65_800, true)],
    new Map([['Deployment/api', { from: 6000, to: 17_250 }]]),
  );
  expect(block.join('\n')).toContain('axisFormat %M:%S\n');
  expect(tasks(block)).toEqual([
    { label: 'check', data: 'done, 2000-01-01 00:00:00.000, 2000-01-01 00:00:00.800' },
    { label: 'upgrade', data: 'crit, 2000-01-01 00:00:00.800, 2000-01-01 00:01:00.800' },
    { label: 'Deployment/api', data: 'done, 2000-01-01 00:00:01.000, 2000-01-01 00:00:12.250' },
  ]);
});

test('what has no end lasts until the last end; what is too short to be seen is left out', () => {
  const block = timelineBlock(
    [span('record', 0, 1), span('upgrade', 0, 4_000_000), span('verify', 0)],
    new Map([['Deployment/api', { from: 1000 }]]),
  );
  expect(tasks(block)).toEqual([
    { label: 'upgrade', data: 'done, 2000-01-01 00:00:00.000, 2000-01-01 01:06:40.000' },
    { label: 'verify', data: 'done, 2000-01-01 00:00:00.000, 2000-01-01 01:06:40.000' },
    { label: 'Deployment/api', data: 'crit, 2000-01-01 00:00:01.000, 2000-01-01 01:06:40.000' },
  ]);
  expect(block.join('\n')).toContain('axisFormat %H:%M:%S\n');
});

test('what was never ready ends with the phase that failed, not with the undo', () => {
  const phases = [span('upgrade', 0, 30_000, true), span('undo', 30_000, 60_000)];
  const block = timelineBlock(phases, new Map([['Deployment/api', { from: 1000 }]]));
  expect(tasks(block).at(-1)?.data).toBe('crit, 2000-01-01 00:00:01.000, 2000-01-01 00:00:30.000');
});

test('a moment is still a bar', () => {
  expect(tasks(timelineBlock([span('check', 0, 0)], new Map()))).toEqual([
    { label: 'check', data: 'done, 2000-01-01 00:00:00.000, 2000-01-01 00:00:00.001' },
  ]);
});

test.each([
  'title of it',
  'Section 8',
  'click',
  'todayMarker',
  'INCLUDES x',
  'a:b;c#d,e',
  '%% comment',
  'x\nsection y',
  '```',
  '</details>',
  '"quoted" <b>',
  '',
  '数据库',
])('the name %j is drawn as a label and nothing else', (name) => {
  const [task, ...others] = tasks(timelineBlock([span(name, 0, 1000)], new Map()));
  expect(others).toEqual([]);
  expect(task?.label).toMatch(/^[\p{L}\p{N}/._ -]+$/u);
});

test('a chart stays one that can be read', () => {
  const many = new Map(Array.from({ length: 100 }, (_, i) => [`Deployment/w${i}`, { from: i }]));
  expect(tasks(timelineBlock([span('upgrade', 0, 1000)], many)).length).toBe(21);
  expect(timelineBlock([], new Map())).toEqual([]);
});

test('the stopwatch knows when each phase ran, and whether it failed', async () => {
  let now = 0;
  const { phase, spans, timings } = createStopwatch(() => now);
  const take = (name: string, ms: number, fails = false) =>
    phase(name, async () => {
      now += ms;
      if (fails) throw new Error(name);
    }).catch(() => {});
  await take('check', 10);
  await take('upgrade', 20.4, true);
  await take('check', 5);
  const open = phase('verify', () => new Promise(() => {}));
  expect(spans()).toEqual([
    { name: 'check', start: 0, end: 10, failed: false },
    { name: 'upgrade', start: 10, end: 30.4, failed: true },
    { name: 'check', start: 30.4, end: 35.4, failed: false },
    { name: 'verify', start: 35.4, end: undefined, failed: true },
  ]);
  expect(timings()).toEqual({ check: 15, upgrade: 20, verify: 0 });
  void open;
});
