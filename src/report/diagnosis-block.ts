import type { Diagnosis } from '../domain/diagnosis.ts';
import { plainLine } from '../domain/inert.ts';
import { code, fence, quoted, sentences } from './markdown.ts';

/** Lines of a container's log that fit on one screen; the evidence has more. */
const SHOWN = 20;

/** The cause of a failed rollout for the job summary, as lines of markdown. */
export function diagnosisBlock(diagnosis: Diagnosis): string[] {
  const { message, hint, log } = diagnosis;
  return [
    '',
    `### Cause: ${code(diagnosis.code)}`,
    '',
    placeOf(diagnosis)
      .map(([what, name]) => `${what} ${code(name)}`)
      .join(' · '),
    '',
    quoted(message || 'The cluster gave no message.'),
    '',
    ...(hint === '' ? [] : [`**Next:** ${sentences(hint)}`, '']),
    ...logBlock(diagnosis, log),
  ];
}

function logBlock({ container }: Diagnosis, log: readonly string[]): string[] {
  if (log.length === 0) return [];
  const of = container === '' ? 'the container' : code(container);
  return [`Last lines of ${of}:`, '', fence(log.slice(-SHOWN)), ''];
}

/** The same for the job's log, as plain lines. */
export function diagnosisLines(diagnosis: Diagnosis): string[] {
  const { message, hint, log } = diagnosis;
  const place = placeOf(diagnosis).map(([what, name]) => `${what} ${name}`);
  return [
    `✗ ${diagnosis.code}: ${place.join(', ')}`,
    ...message.split(/\r\n|[\r\n]/).map((line) => `  ${plainLine(line)}`),
    ...log.slice(-SHOWN).map((line) => `  │ ${plainLine(line)}`),
    ...(hint === '' ? [] : [`  → ${hint}`]),
  ];
}

/** Where it shows, from the outside in; what is not known or says the same twice is left out. */
const placeOf = ({ workload, object, container, namespace }: Diagnosis) =>
  [
    ['workload', workload],
    ['object', object === workload ? '' : object],
    ['container', container],
    ['namespace', namespace],
  ].filter(([, name]) => name !== '') as [string, string][];
