import { scalarLeaves } from '../../src/domain/redact.ts';
import type { Chart } from './chart.ts';
import type { HelmDeploySettings } from './settings.ts';

/** All that must not be shown: the leaves of `secret-values`, and what only encrypted files know. */
export const ownSecrets = (
  { secretValues }: HelmDeploySettings,
  chart?: Pick<Chart, 'secrets'>,
): readonly string[] => [...scalarLeaves(secretValues), ...(chart?.secrets ?? [])];
