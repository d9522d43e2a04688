import type { InputProblem } from '../../src/errors.ts';
import { text } from '../../src/settings/define.ts';
import { TOOL_VERSION, unpinned } from '../../src/tools/tool-source.ts';

/** Programs that are downloaded instead of those on PATH. */
export const toolInputs = {
  'helm-version': text({
    description:
      'Helm to download, checked by SHA-256 and cached. Default: the one on PATH (3.18 or later, or 4).',
    pattern: TOOL_VERSION,
    allowed: '4.0.0, or 4.2.3@sha256:… for a version we have no checksum of',
  }),
  'kubectl-version': text({
    description: 'kubectl to download, checked by SHA-256 and cached. Default: the one on PATH.',
    pattern: TOOL_VERSION,
    allowed: '1.36.3, or 1.36.3@sha256:… for a version we have no checksum of',
  }),
};

/** A version must come with a checksum: ours, or one that is given. */
export const checkTools = (given: {
  readonly helmVersion?: string;
  readonly kubectlVersion?: string;
}): readonly InputProblem[] => [
  ...unpinned('helm', given.helmVersion ?? ''),
  ...unpinned('kubectl', given.kubectlVersion ?? ''),
];
