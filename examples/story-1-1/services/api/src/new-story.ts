import type { NewStory } from './stories.ts';

export type ParsedStory =
  | { readonly ok: true; readonly story: NewStory }
  | { readonly ok: false; readonly problem: string };

const LONGEST = { title: 200, body: 10_000 } as const;

/** Reads a story out of the text of a request; says what is wrong with it. */
export function parseNewStory(text: string): ParsedStory {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'the body is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'the body must be an object with title and body' };
  }
  const { title, body, ...others } = value as Record<string, unknown>;
  const problems = [
    ...wrongText('title', title),
    ...wrongText('body', body),
    ...Object.keys(others).map((key) => `${JSON.stringify(key)} is not known`),
  ];
  if (problems.length > 0) return { ok: false, problem: problems.join('; ') };
  return { ok: true, story: { title: String(title).trim(), body: String(body) } };
}

function wrongText(name: keyof typeof LONGEST, value: unknown): string[] {
  const longest = LONGEST[name];
  if (typeof value !== 'string' || value.trim() === '') return [`${name} must be a text`];
  if (value.length > longest) return [`${name} is longer than ${longest} characters`];
  // Postgres' text holds everything but this character.
  if (value.includes('\0')) return [`${name} must not contain the character U+0000`];
  return [];
}
