import type { Diagnosis } from '../domain/diagnosis.ts';
import { ActionError } from '../errors.ts';

/** A rollout that failed, and why: the code, the object and what to do about it. */
export class RolloutError extends ActionError {
  readonly diagnosis: Diagnosis;

  constructor(diagnosis: Diagnosis) {
    const { code, workload, object, container, message, hint } = diagnosis;
    const where = [workload, object !== workload && object, container && `container ${container}`];
    super(code, `${where.filter(Boolean).join(', ')}: ${message}`, { hint });
    this.name = 'RolloutError';
    this.diagnosis = diagnosis;
  }
}
