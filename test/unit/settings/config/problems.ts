import { InputError } from '../../../../src/errors.ts';
import { readConfig } from '../../../../src/settings/config/read-config.ts';

/** The problems of a text as `line:column key: message → hint`; empty when there are none. */
export function problemsOf(text: string): readonly string[] {
  try {
    readConfig(text, 'deploy.yml');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ place, input, message, hint }) => {
      const said = hint === undefined ? message : `${message} → ${hint}`;
      return `${place?.line}:${place?.column} ${input}: ${said}`;
    });
  }
}
