import { registerHooks } from 'node:module';

/**
 * GitHub's own parser of workflow files and action.yml. It imports JSON without the attribute Node
 * asks for (jest does not ask), so a hook adds it; that is also why nothing else in the sandbox
 * imports the package: the hook must come first.
 */
// jest loads JSON as it is and has no such hooks.
if (!('jest' in import.meta)) {
  registerHooks({
    load: (url, context, next) =>
      next(
        url,
        url.includes('/@actions/workflow-parser/') && url.endsWith('.json')
          ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
          : context,
      ),
  });
}

export const workflows = await import('@actions/workflow-parser');
export const actions = await import('@actions/workflow-parser/actions/index');
export const conditions = await import('@actions/workflow-parser/model/converter/if-condition');
const { FeatureFlags } = await import('@actions/expressions/features');

/** What github.com has switched on. */
export const features = new FeatureFlags({ allowCaseFunction: true });
