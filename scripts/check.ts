/** `npm run check`: everything that can be judged without running the software. Exit 1 = a check failed. */
import { join } from 'node:path';
import { describeCheck, runChecks } from './check/checks.ts';

const root = join(import.meta.dirname, '..');
const results = await runChecks(root, (result) => console.log(describeCheck(result)));
const failed = results.filter((result) => !result.passed);
console.log(
  failed.length === 0
    ? `All ${results.length} checks passed.`
    : `${failed.length} of ${results.length} checks failed: ${failed.map((f) => f.name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
