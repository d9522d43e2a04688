import { Marked } from 'marked';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import { diagnosisBlock, diagnosisLines } from '../../../src/report/diagnosis-block.ts';

const DIAGNOSIS: Diagnosis = {
  code: 'crash-loop',
  workload: 'Deployment/api',
  object: 'Pod/api-5d-x',
  namespace: 'shop',
  container: 'web',
  message: 'back-off 10s restarting failed container=web pod=api-5d-x',
  hint: 'It ended 3 times. Read `kubectl -n shop logs api-5d-x --previous`.',
  log: ['FATAL no database'],
};

const html = (lines: readonly string[]): string =>
  String(new Marked({ gfm: true }).parse(lines.join('\n')));

test('the summary names the cause, where it shows, the words, the next step and the log', () => {
  expect(diagnosisBlock(DIAGNOSIS).join('\n')).toBe(`
### Cause: \`crash-loop\`

workload \`Deployment/api\` · object \`Pod/api-5d-x\` · container \`web\` · namespace \`shop\`

> back-off 10s restarting failed container=web pod=api-5d-x

**Next:** It ended 3 times. Read \`kubectl -n shop logs api-5d-x --previous\`.

Last lines of \`web\`:

\`\`\`text
FATAL no database
\`\`\`
`);
});

test('what is not known is left out', () => {
  const bare = { ...DIAGNOSIS, object: 'Deployment/api', container: '', log: [], hint: '' };
  const text = diagnosisBlock(bare).join('\n');
  expect(text).not.toMatch(/object `|container `|Next|Last/);
  expect(diagnosisLines(bare)[0]).toBe('✗ crash-loop: workload Deployment/api, namespace shop');
});

const HOSTILE = [
  '```',
  '````text',
  '</code></pre><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '# Deployed ✅',
  '| a | b |',
  '[click](https://evil.example.com)',
  '~~~',
];

test('nothing that a container prints or Kubernetes quotes becomes markdown or HTML', () => {
  const text = HOSTILE.join('\n');
  const [hostileName = ''] = ['x`<b>|*_[y](z)'];
  const page = html(
    diagnosisBlock({
      ...DIAGNOSIS,
      message: text,
      hint: text,
      log: HOSTILE,
      container: hostileName,
      object: `Pod/${hostileName}`,
    }),
  );
  expect(page).not.toMatch(/<(script|img|a|table|b|h1|em)\b/);
  expect(page.match(/<h3/g)).toHaveLength(1);
  expect(page.match(/<pre>/g)).toHaveLength(1);
  // All of it is still there to be read: in the message, the hint and the log.
  expect(page.match(/(<|&lt;|&#60;)script(>|&gt;|&#62;)alert/g)).toHaveLength(3);
  expect(page.match(/(#|&#35;) Deployed ✅/g)).toHaveLength(3);
});

test('the log shows the same in plain lines', () => {
  expect(diagnosisLines(DIAGNOSIS)).toEqual([
    '✗ crash-loop: workload Deployment/api, object Pod/api-5d-x, container web, namespace shop',
    '  back-off 10s restarting failed container=web pod=api-5d-x',
    '  │ FATAL no database',
    '  → It ended 3 times. Read `kubectl -n shop logs api-5d-x --previous`.',
  ]);
});

test('of a long log the end is shown', () => {
  const log = Array.from({ length: 50 }, (_, index) => `line ${index}`);
  const text = diagnosisBlock({ ...DIAGNOSIS, log }).join('\n');
  expect(text).toContain('Last lines of `web`:');
  expect(text).toContain('line 30\n');
  expect(text).not.toContain('line 29\n');
  expect(text).toContain('line 49\n');
});
