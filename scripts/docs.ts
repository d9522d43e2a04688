/**
 * `npm run docs`: writes what users read about inputs and outputs (action.yml and the README
 * tables of every action) from `actions/<name>/inputs.ts`, and the JSON Schema and the reference of
 * deploy.yml from `src/settings/config`, and the tables of docs/diagnosis.md from the signals.
 * `npm run docs -- --check`: changes nothing, names what would change.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionNames } from './build/entries.ts';
import { withDeclaration } from './docs/action-yml.ts';
import { loadDeclaration } from './docs/declaration.ts';
import { deploySchema, withReference } from './docs/deploy-file.ts';
import { withDiagnosis } from './docs/diagnosis.ts';
import { withTables } from './docs/readme.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const problems: string[] = [];

for (const action of actionNames(root)) {
  try {
    const declaration = await loadDeclaration(root, action);
    update(`${action}/action.yml`, (before) => withDeclaration(before, declaration));
    update(`${action}/README.md`, (before) => withTables(before, declaration));
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
}
update('schema/deploy.schema.json', deploySchema);
update('docs/deploy-yml.md', withReference);
update('docs/diagnosis.md', withDiagnosis);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`inputs and outputs of ${actionNames(root).join(', ') || 'no action'} are documented`);

function update(path: string, write: (before: string) => string): void {
  const file = join(root, path);
  if (!existsSync(file)) {
    problems.push(`${path} is missing: write it by hand, this script fills in its tables`);
    return;
  }
  const before = readFileSync(file, 'utf8');
  try {
    const after = write(before);
    if (after === before) return;
    if (check) problems.push(`${path} is not what the sources declare: run \`npm run docs\``);
    else {
      writeFileSync(file, after);
      console.log(`wrote ${path}`);
    }
  } catch (error) {
    problems.push(`${path} ${error instanceof Error ? error.message : String(error)}`);
  }
}
