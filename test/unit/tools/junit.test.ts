import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJunit, readJunit } from '../../../src/tools/junit.ts';
import { cpuTime } from '../../support/cpu-time.ts';

// As five runners write it; shortened, not changed.

const PLAYWRIGHT = `<testsuites id="" name="" tests="3" failures="1" skipped="1" errors="0" time="4.2">
<testsuite name="shop.spec.ts" timestamp="2026-11-21T12:00:00.000Z" hostname="chromium" tests="3" failures="1" skipped="1" time="3.9" errors="0">
<testcase name="cart › adds an item" classname="shop.spec.ts" time="1.2">
</testcase>
<testcase name="cart › pays" classname="shop.spec.ts" time="1.8">
<failure message="shop.spec.ts:12:3 pays" type="FAILURE">
<![CDATA[  [chromium] › shop.spec.ts:12:3 › cart › pays

    Error: expect(received).toBe(expected)
    Expected: 200 & <b>
]]>
</failure>
</testcase>
<testcase name="cart › refunds" classname="shop.spec.ts" time="0">
<skipped>
</skipped>
</testcase>
</testsuite>
</testsuites>`;

const JEST = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="jest tests" tests="2" failures="1" errors="0" time="0.5">
  <testsuite name="api" errors="0" failures="1" skipped="0" timestamp="2026-11-21T12:00:00" time="0.3" tests="2">
    <testcase classname="api answers" name="api answers" time="0.01">
    </testcase>
    <testcase classname="api counts" name="api counts" time="0.02">
      <failure>Error: expect(received).toBe(expected)
    at Object.&lt;anonymous&gt; (/work/api.test.js:3:5)</failure>
    </testcase>
  </testsuite>
</testsuites>`;

const NODE_TEST = `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
	<testsuite name="stories" time="1.8" disabled="0" errors="0" tests="2" failures="1" skipped="0" timestamp="2026-11-21T12:09:01.676Z" hostname="vm">
		<testcase name="is alive" time="0.02" classname="stories"/>
		<testcase name="counts views" time="0.03" classname="stories" failure="1 !== 2">
			<failure type="testCodeFailure" message="1 !== 2">
[Error [ERR_TEST_FAILURE]: 1 !== 2] { code: 'ERR_TEST_FAILURE' }
			</failure>
		</testcase>
		<!-- a diagnostic line -->
	</testsuite>
	<testcase name="outside of a suite" time="0.001" classname="test"/>
</testsuites>`;

const PYTEST = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="0" skipped="0" tests="2" time="0.04" timestamp="2026-11-21T12:00:00.000000+00:00" hostname="vm"><testcase classname="test_shop" name="test_one[a-1]" time="0.001" /><testcase classname="test_shop" name="test_two" time="0.001"><error message="failed on setup with &quot;ConnectionError&quot;">def setup():
&gt;       raise ConnectionError</error></testcase></testsuite></testsuites>`;

const SUREFIRE = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="com.acme.ShopTest" time="0.1" tests="2" errors="0" skipped="1" failures="0">
  <properties><property name="java.version" value="21"/></properties>
  <testcase name="works" classname="com.acme.ShopTest" time="0.02"/>
  <testcase name="later" classname="com.acme.ShopTest" time="0"><skipped message="not yet"/></testcase>
</testsuite>`;

const GOTESTSUM = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1" errors="0" time="1.0">
	<testsuite tests="2" failures="1" time="1.0" name="acme.example.com/shop" timestamp="2026-11-21T12:00:00Z">
		<properties><property name="go.version" value="go1.26 linux/amd64"></property></properties>
		<testcase classname="acme.example.com/shop" name="TestA" time="0.1"></testcase>
		<testcase classname="acme.example.com/shop" name="TestB/sub" time="0.2">
			<failure message="Failed" type="">=== RUN   TestB/sub&#xA;    shop_test.go:9: got 1&#xA;</failure>
		</testcase>
	</testsuite>
</testsuites>`;

test.each([
  ['Playwright', PLAYWRIGHT, [3, 1, 1], 'shop.spec.ts › cart › pays', 'Expected: 200 & <b>'],
  ['Jest', JEST, [2, 1, 0], 'api counts', 'Object.<anonymous>'],
  ['node:test', NODE_TEST, [3, 2, 0], 'stories › counts views', '1 !== 2'],
  ['pytest', PYTEST, [2, 1, 0], 'test_shop › test_two', 'setup with "ConnectionError"'],
  ['gotestsum', GOTESTSUM, [2, 1, 0], 'acme.example.com/shop › TestB/sub', 'shop_test.go:9: got 1'],
] as const)(
  '%s: tests, passed, skipped, and what failed with its words',
  (_, xml, counts, name, said) => {
    const report = parseJunit(xml, 'e2e.xml');
    if ('problem' in report) throw new Error(report.message);
    expect([report.tests, report.passed, report.skipped]).toEqual(counts);
    expect(report.failed).toEqual([{ name, message: expect.stringContaining(said) }]);
  },
);

test('Surefire: a report of one suite', () => {
  expect(parseJunit(SUREFIRE, 'e2e.xml')).toEqual({ tests: 2, passed: 1, skipped: 1, failed: [] });
});

test.each([
  ['nothing', ''],
  ['text', 'Tests passed!'],
  ['HTML', '<html><body>502 Bad Gateway</body></html>'],
  ['JSON', '{"tests": 1}'],
  ['a report that was cut', PLAYWRIGHT.slice(0, 600)],
  [
    'entities that grow',
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><testsuites><testcase name="&a;"/></testsuites>',
  ],
  ['tags that are never closed', '<testsuites>'.repeat(10)],
])('%s is malformed, not empty', (_name, xml) => {
  expect(parseJunit(xml, 'e2e.xml')).toMatchObject({ problem: 'malformed' });
});

test('nesting without end is malformed, not a crash', () => {
  const deep = `${'<testsuite>'.repeat(50_000)}${'</testsuite>'.repeat(50_000)}`;
  expect(parseJunit(deep, 'e2e.xml')).toMatchObject({ problem: 'malformed' });
});

test('a report without a test says so', () => {
  expect(parseJunit('<testsuites/>', 'e2e.xml')).toEqual({
    tests: 0,
    passed: 0,
    skipped: 0,
    failed: [],
  });
});

describe('the file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'junit-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('that is missing, or a folder, is missing', async () => {
    expect(await readJunit(join(folder, 'none.xml'))).toMatchObject({ problem: 'missing' });
    expect(await readJunit(folder)).toMatchObject({ problem: 'missing' });
  });

  test('of 50 MB is not read', async () => {
    const file = join(folder, 'huge.xml');
    await writeFile(file, Buffer.alloc(50_000_000, ' '));
    expect(await readJunit(file)).toMatchObject({ problem: 'too-large' });
  });

  test('of 10 000 tests is read in a second', async () => {
    const file = join(folder, 'many.xml');
    const cases = Array.from(
      { length: 10_000 },
      (_, i) => `<testcase classname="c" name="t${i}"/>`,
    );
    await writeFile(file, `<testsuites><testsuite>${cases.join('\n')}</testsuite></testsuites>`);
    const spent = cpuTime();
    expect(await readJunit(file)).toMatchObject({ tests: 10_000, passed: 10_000 });
    expect(spent()).toBeLessThan(2_000);
  });
});
