import { helmError, lintResult } from '../../../src/tools/helm-words.ts';

// As helm 3.18.0 said it of a chart whose template is JSON over several lines.
const CRASH = `panic: runtime error: slice bounds out of range [-423:]

goroutine 1 [running]:
k8s.io/apimachinery/pkg/util/yaml.(*StreamReader).Consume(...)
	k8s.io/apimachinery@v0.33.0/pkg/util/yaml/stream_reader.go:122`;
const SAID = 'panic: runtime error: slice bounds out of range [-423:]';

test.each([
  ['is clean', { code: 0 }, { verdict: 'clean' }],
  ['crashed', { code: 2, stderr: CRASH }, { verdict: 'crashed', said: SAID }],
  [
    'has errors among other words',
    {
      code: 1,
      stdout: '==> Linting chart\n[INFO] icon\n[ERROR] templates/: no\n  line 2\n\nError: 1',
    },
    { verdict: 'wrong', said: '[ERROR] templates/: no\n  line 2' },
  ],
  [
    'could not be read',
    { code: 1, stderr: 'Error: path does not exist\n' },
    { verdict: 'wrong', said: 'Error: path does not exist' },
  ],
])('a chart that %s', (_, result, wanted) => {
  expect(lintResult({ stdout: '', stderr: '', ...result })).toEqual(wanted);
});

test.each([
  ['an error after its log', 'level=WARN x\nError: no\n  because\ndone', 'no\n  because'],
  ['a crash', CRASH, `helm itself crashed: ${SAID}`],
  ['what a chart calls a panic', 'panic: at the disco\nError: no\n', 'no'],
  ['the end where no error is named', 'a\nb\nc\nd\n', 'b\nc\nd'],
  ['nothing', '', 'helm said nothing'],
])('of a failure is told %s', (_, stderr, wanted) => {
  expect(helmError(stderr.split('\n'))).toBe(wanted);
});
