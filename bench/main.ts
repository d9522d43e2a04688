/**
 * `npm run bench [-- row…]`: the goals of speed and size, measured now, on this machine, beside bare
 * helm. `--help` says the rest.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { terminalProgress } from '../sandbox/world/progress.ts';
import { measure } from './measure.ts';
import { mergeIntoDocs } from './performance-doc.ts';
import { ROWS } from './rows.ts';
import { terminalTable } from './table.ts';

const HELP = `npm run bench [-- ROW… --runs N --strict --json FILE --write-docs]

Rows (all when none is named):
${ROWS.map(({ id, measure }) => `  ${id.padEnd(12)}${measure}\n`).join('')}
  --runs N       pairs of each comparison (default 7)
  --strict       exit code 1 when a goal is missed; without it only a broken measurement is an error
  --json FILE    every line with all its samples
  --write-docs   puts what was measured into docs/performance.md (other rows stay)

Needs the sandbox (npm run sandbox -- up). Anything else that runs on this machine is in the numbers.
`;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    strict: { type: 'boolean', default: false },
    json: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

async function main(): Promise<number> {
  const unknown = positionals.filter((id) => !ROWS.some((row) => row.id === id));
  const runs = Number(given.runs);
  if (given.help || unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
    process.stdout.write(HELP);
    return given.help ? 0 : 2;
  }
  const rows = positionals.length === 0 ? ROWS : ROWS.filter(({ id }) => positionals.includes(id));
  const measured = await measure(rows, runs, terminalProgress());
  const lines = measured.flatMap((row) => row.lines);
  process.stdout.write(terminalTable(lines));
  if (given.json) await writeFile(given.json, `${JSON.stringify(measured, null, 2)}\n`);
  if (given['write-docs']) await mergeIntoDocs(measured);
  return given.strict && lines.some(({ verdict }) => verdict !== 'pass') ? 1 : 0;
}

process.exitCode = await main();
