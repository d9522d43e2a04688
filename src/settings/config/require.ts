import { listOf } from './collections.ts';
import { record } from './record.ts';
import { duration, text, wholeNumber } from './shape.ts';

/** What must be true before a bundle enters an environment. */
export const requireShape = record(
  {
    pass: listOf(text({ description: 'Name of an environment.' }), {
      description: 'Environments in which this bundle must have passed.',
      unique: true,
    }),
    checks: listOf(text({ description: 'Name of a check.' }), {
      description:
        'Check runs of this commit that must be green, such as the jobs of your test workflow.',
      unique: true,
    }),
    approvals: wholeNumber({
      description: 'People who must approve on GitHub.',
      min: 0,
      max: 1,
      default: 0,
      allowed: '0 or 1: on GitHub one approval releases a job',
    }),
    'min-age': duration({
      description: 'The bundle must have passed at least so long ago.',
      days: true,
    }),
    'max-age': duration({
      description: 'The bundle must have passed at most so long ago.',
      days: true,
    }),
  },
  { description: 'What must be true before a bundle enters the environment.' },
);
