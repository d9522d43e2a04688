import { readFile, stat } from 'node:fs/promises';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { E2eReport, FailedSpec, ReportProblem } from '../domain/evidence.ts';

export type ReadReport = E2eReport | { readonly problem: ReportProblem; readonly message: string };

const LARGEST_FILE = 20 * 1024 * 1024;
/** What a failed spec may say in a summary. */
const LONGEST_MESSAGE = 600;

/** Reads a JUnit XML report as Playwright, Jest, node:test, pytest, Surefire and gotestsum write it. */
export async function readJunit(path: string): Promise<ReadReport> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) {
    return { problem: 'missing', message: `The E2E command wrote no report ${path}` };
  }
  if (size > LARGEST_FILE) {
    const mib = (bytes: number): number => Math.round(bytes / 1024 / 1024);
    const message = `The report ${path} has ${mib(size)} MiB; at most ${mib(LARGEST_FILE)} are read`;
    return { problem: 'too-large', message };
  }
  return parseJunit(await readFile(path, 'utf8'), path);
}

/** @param name of the report, for messages */
export function parseJunit(text: string, name: string): ReadReport {
  // Entities of a document type can grow without end; no runner writes them.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return malformed(name, 'it declares a document type');
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (valid !== true) return malformed(name, `line ${valid.err.line}: ${valid.err.msg}`);
  const document = parse(text);
  if (document instanceof Error) return malformed(name, document.message);
  const roots = nodes(document).filter(({ tag }) => tag === 'testsuites' || tag === 'testsuite');
  if (roots.length === 0) return malformed(name, 'it has no testsuite');
  return count(roots.flatMap(testcases));
}

/** The parser gives up at nesting without end. */
function parse(text: string): unknown {
  try {
    return PARSER.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const malformed = (name: string, why: string): ReadReport => ({
  problem: 'malformed',
  message: `The report ${name} cannot be read: ${why}`,
});

/** Order is kept: a list of `{ tag: [children], ':@': { attributes } }`. */
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Numeric entities too (`&#10;`), as reporters write line ends in attributes.
  htmlEntities: true,
  maxNestedTags: 200,
});

interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Of a text node. */
  readonly text: string;
}

function nodes(list: unknown): readonly Node[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: Record<string, unknown>) => {
    const tag = Object.keys(entry).find((key) => key !== ':@') ?? '';
    const content = entry[tag];
    return {
      tag,
      attributes: (entry[':@'] ?? {}) as Record<string, string>,
      children: nodes(content),
      text: tag === '#text' ? String(content) : '',
    };
  });
}

const testcases = (node: Node): readonly Node[] =>
  node.tag === 'testcase' ? [node] : node.children.flatMap(testcases);

function count(cases: readonly Node[]): E2eReport {
  const skipped = cases.filter((it) => it.children.some((child) => child.tag === 'skipped'));
  const failed = cases.map(failureOf).filter((spec) => spec !== undefined);
  return {
    tests: cases.length,
    passed: cases.length - skipped.length - failed.length,
    skipped: skipped.length,
    failed,
  };
}

function failureOf(testcase: Node): FailedSpec | undefined {
  const failure = testcase.children.find(({ tag }) => tag === 'failure' || tag === 'error');
  if (failure === undefined) return undefined;
  const { classname = '', name = '' } = testcase.attributes;
  const said = [failure.attributes.message ?? '', ...failure.children.map((child) => child.text)];
  return {
    name: classname === '' || classname === name ? name : `${classname} › ${name}`,
    message: said.join('\n').trim().slice(0, LONGEST_MESSAGE) || 'it says no reason',
  };
}
