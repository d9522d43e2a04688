/**
 * Splits a list input as docker/build-push-action does: one record a line; a record in double
 * quotes may hold line breaks, `""` in it is a quote; empty lines are left out.
 * @param also a further separator outside quotes, e.g. `,`
 */
export function splitRecords(text: string, also?: ','): readonly string[] {
  const records: string[] = [];
  let record = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '"' && quoted && text[i + 1] === '"') {
      record += '"';
      i++;
    } else if (char === '"' && (quoted || record.trim() === '')) {
      quoted = !quoted;
      if (quoted) record = '';
    } else if (!quoted && (char === '\n' || char === also)) {
      records.push(record.trim());
      record = '';
    } else {
      record += char;
    }
  }
  return [...records, record.trim()].filter((entry) => entry !== '');
}

/** A `name=value` of a list; without `=` the value is undefined. */
export interface NamedValue {
  readonly name: string;
  readonly value: string | undefined;
}

/** Reads one record; only the first `=` counts. */
export function nameAndValue(record: string): NamedValue {
  const equals = record.indexOf('=');
  if (equals < 0) return { name: record.trim(), value: undefined };
  return { name: record.slice(0, equals).trim(), value: record.slice(equals + 1) };
}
