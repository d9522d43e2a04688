import { entries, resolveText } from '../language/template.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobDefinition } from '../language/workflow.ts';
import { secretForms } from '../secret-encodings.ts';
import { fail, type StepScope, warn } from '../steps/job-state.ts';
import { stepExpressions } from '../steps/step-expressions.ts';
import type { OpenJob } from './open-job.ts';

export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  /** Of the environment, `''` where it names none. */
  readonly url: string;
  /** An expression failed, and with it the job. */
  readonly broken: boolean;
}

/**
 * Evaluates what the job hands on, whatever became of its steps. GitHub drops an output that holds
 * anything masked or an encoding of it, with a mere warning. Source: actions/runner 2.336, `JobExtension.cs`.
 */
export function jobOutputs(open: OpenJob, job: JobDefinition, scope: StepScope): JobOutputs {
  const { state } = open;
  const github = state.contexts.github as ObjectValue;
  const expressions = stepExpressions(state, scope, state.env, github);
  const outputs: Record<string, string> = {};
  let url = '';
  let broken = false;
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      fail(state, error instanceof Error ? error.message : String(error));
      broken = true;
    }
  };
  for (const [name, token] of job.outputs) {
    attempt(() => {
      const value = resolveText(token, expressions);
      const secret = state.reader.masks.some((mask) =>
        secretForms(mask).some((form) => value.includes(form)),
      );
      if (!secret) outputs[name] = value;
      else warn(state, `Skip output '${name}' since it may contain secret.`);
    });
  }
  const given = job.environment && entries(job.environment).get('url');
  if (given !== undefined) {
    attempt(() => {
      url = resolveText(given, expressions);
    });
  }
  return { outputs, url, broken };
}
