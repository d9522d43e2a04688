import { flag, text } from './define.ts';

/** What is written on GitHub, and with which token: for the actions that change an environment. */
export const recordInputs = {
  deployment: flag({
    description:
      'Record what runs as a GitHub Deployment, where its bundle is known (needs `deployments: write`). What cannot be recorded is a warning.',
    default: 'true',
  }),
  'github-token': text({
    description: 'Token for what is recorded on GitHub, and read there.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, for action.yml
    default: '${{ github.token }}',
    secret: true,
  }),
};
