import { appOperations } from './apps.ts';
import { artifactOperations } from './artifacts.ts';
import { branchOperations } from './branches.ts';
import { checkOperations } from './checks.ts';
import { commentOperations } from './comments.ts';
import { commitOperations } from './commits.ts';
import { concurrencyOperations } from './concurrency.ts';
import { contentOperations } from './contents.ts';
import { deploymentOperations } from './deployments.ts';
import { environmentOperations } from './environments.ts';
import { mergeOperations } from './merges.ts';
import type { Operations } from './operation.ts';
import { pullReviewOperations } from './pull-reviews.ts';
import { pullOperations } from './pulls.ts';
import { refOperations } from './refs.ts';
import { repositoryOperations } from './repositories.ts';
import { reviewOperations } from './reviews.ts';
import { runOperations } from './runs.ts';
import { statusOperations } from './statuses.ts';
import { valueOperations } from './values.ts';
import { workflowOperations } from './workflows.ts';

/** Everything the emulator serves; scripts/github-openapi.ts takes just these out of the description. */
export const operations: Operations = {
  ...appOperations,
  ...artifactOperations,
  ...branchOperations,
  ...checkOperations,
  ...commentOperations,
  ...commitOperations,
  ...concurrencyOperations,
  ...contentOperations,
  ...deploymentOperations,
  ...environmentOperations,
  ...mergeOperations,
  ...pullOperations,
  ...pullReviewOperations,
  ...refOperations,
  ...repositoryOperations,
  ...reviewOperations,
  ...runOperations,
  ...statusOperations,
  ...valueOperations,
  ...workflowOperations,
};
