import type { CheckFinding } from './check-finding.ts';

/** The values of a Secret together may have so many bytes (Kubernetes, `MaxSecretSize`). */
const SECRET_LIMIT = 1024 * 1024;
/**
 * Go's gzip packs up to 4 % worse than Node's, and never better (measured with helm 3.18 and 4.2, on
 * words and on noise): what is above the limit here is above it there.
 */
const SURELY = 1.001;
const NEARLY = 0.9;

/**
 * Bytes of the value in which Helm keeps a release: its JSON, packed by gzip, in base64.
 * @param packed bytes of the JSON after gzip with the best compression
 */
export const recordBytes = (packed: number): number => Math.ceil(packed / 3) * 4;

/**
 * Whether Helm can store the release: it writes the record first, so that one which is too large
 * fails before anything is applied, with the API server's words about a Secret nobody wrote.
 * @param bytes of `recordBytes`
 */
export function judgeSize(bytes: number): readonly CheckFinding[] {
  const share = bytes / SECRET_LIMIT;
  if (share < NEARLY) return [];
  const shown = `${Math.round(share * 100)} %`;
  return [
    {
      check: 'size',
      outcome: share > SURELY ? 'refused' : 'warning',
      object: '',
      field: '',
      message: `Helm's record of the release has ${shown} of what a Secret may hold (${SECRET_LIMIT} bytes)`,
      hint: 'Helm stores manifest, values and all files of the chart: take out what is no part of it (.helmignore), or split the chart.',
    },
  ];
}
