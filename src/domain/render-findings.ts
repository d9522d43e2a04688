import type { CheckFinding } from './check-finding.ts';

/**
 * Why a chart did not render, one finding for each thing that is wrong: values that its schema
 * refuses, by their path, or the template and line that failed.
 * @param error what helm said (formats of 3.18 and 4.2)
 */
export function renderFindings(error: string): readonly CheckFinding[] {
  const [, listed] =
    /meet the specifications of the schema\(s\)[^\n]*\n([\s\S]*)/.exec(error) ?? [];
  const found = listed === undefined ? [] : schemaFindings(listed);
  return found.length > 0 ? found : [templateFinding(error.trim())];
}

/** A line per problem below the name of its chart; Helm 4 nests those of a mapping below it. */
function schemaFindings(listed: string): readonly CheckFinding[] {
  let chart = '';
  return listed.split('\n').flatMap((line): readonly CheckFinding[] => {
    const [, name] = /^([^\s:]+):$/.exec(line) ?? [];
    if (name !== undefined) {
      chart = name;
      return [];
    }
    const [, pointer, said] = /^\s*- at '([^']*)': (.*)$/.exec(line) ?? [];
    const [, path = '', words = ''] = /^- ([^:]+): (.*)$/.exec(line) ?? [];
    const message = said ?? words;
    // `validation failed` only leads to the lines below it.
    if (message === '' || message === 'validation failed') return [];
    const field = pointer === undefined ? fromDots(path) : fromPointer(pointer);
    const hint = /additional propert/i.test(message)
      ? 'Correct its name, or take it out: the chart does not know it.'
      : 'Correct the value: values.schema.json of the chart says what it may be.';
    return [
      { check: 'schema', outcome: 'refused', object: `chart ${chart}`, field, message, hint },
    ];
  });
}

/** Helm 3: `nested.list.1`, `(root)`. */
const fromDots = (path: string): string =>
  path === '(root)' ? '' : path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');

/** Helm 4: `/nested/a~1b/1` (RFC 6901). */
const fromPointer = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) return `${path}[${part}]`;
      return path === '' ? part : `${path}.${part}`;
    }, '');

const PLACE = /([\w.-]+\/[\w./-]+\.(?:ya?ml|tpl|txt|json))(?::(\d+))?/;

function templateFinding(error: string): CheckFinding {
  const [, file = '', line] = PLACE.exec(error) ?? [];
  return {
    check: 'render',
    outcome: 'refused',
    object: file === '' ? '' : [file, ...(line ? [line] : [])].join(':'),
    field: '',
    message: `The chart does not render: ${error}`,
    hint: 'See it alone: helm template NAME CHART --values … --debug',
  };
}
