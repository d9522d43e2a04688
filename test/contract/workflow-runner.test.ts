/**
 * The runner against what GitHub documents: every file of test/conformance is a small repository,
 * an event, and the result GitHub gives it, with the page or issue that says so.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { observe, readCase, runCase } from '../support/conformance.ts';

const FOLDER = join(import.meta.dirname, '..', 'conformance');
const files = globSync('*.yml', { cwd: FOLDER }).sort((a, b) => (a < b ? -1 : 1));
const cases = files.map((file) => ({ file, one: readCase(join(FOLDER, file)) }));

test('the set has the size it is meant to have, and every case says where it is documented', () => {
  expect(cases.length).toBeGreaterThanOrEqual(110);
  expect(cases.filter(({ one }) => !one.docs).map(({ file }) => file)).toEqual([]);
});

test.each(cases)(
  '$file: $one.says',
  async ({ one }) => {
    const outcome = await runCase(one);
    const seen = observe(outcome, one.expect);
    if (outcome.refused !== undefined && one.expect.refused === undefined) {
      throw new Error(`The runner refused: ${outcome.refused}`);
    }
    expect(seen).toEqual(one.expect);
    expect(outcome.leftovers).toEqual([]);
  },
  120_000,
);
