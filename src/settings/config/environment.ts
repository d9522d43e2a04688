import { DNS_LABEL } from '../../domain/names.ts';
import { mappingOf } from './collections.ts';
import { probesShape } from './probes.ts';
import { record } from './record.ts';
import { releaseOverrideShape, valuesShape } from './release.ts';
import { requireShape } from './require.ts';
import { ONE_LINE, VARIABLE_NAME } from './service.ts';
import { choice, duration, flag, text, wholeNumber } from './shape.ts';

const e2eShape = record(
  {
    command: text({
      description: 'Command that tests the environment, run by a shell.',
      required: true,
    }),
    report: text({ description: 'Path of the report that the command writes.' }),
    retries: wholeNumber({
      description: 'How often failed specs are run again. Default: 1.',
      min: 0,
      max: 5,
    }),
    timeout: duration({ description: 'For one run of the command. Default: 15m.' }),
    env: mappingOf(
      text({ description: 'A value.', pattern: ONE_LINE, allowed: 'one line of text' }),
      {
        description:
          'Variables for the command; it sees nothing else of the job’s but PATH and the like.',
        named: '<NAME>',
        pattern: VARIABLE_NAME,
        allowed: 'A-Z a-z 0-9 _',
      },
    ),
  },
  { description: 'End-to-end tests against the environment.' },
);

/** A GitHub Environment and the namespace and cluster behind it. */
export const environmentShape = record(
  {
    namespace: text({
      description: 'Namespace of the release.',
      required: true,
      pattern: DNS_LABEL,
      allowed: 'up to 63 of a-z 0-9 -, as in Kubernetes',
    }),
    cluster: text({
      description: 'The API server. Default: the kubeconfig that is there.',
      pattern: String.raw`^https://[^\s@?#]+$`,
      allowed: 'https://server[:port]',
    }),
    audience: text({
      description: 'Audience of the ID token, as the API server expects it. Needed with `cluster`.',
      pattern: String.raw`^[\x21-\x7e]{1,255}$`,
      allowed: 'up to 255 visible ASCII characters, no spaces',
    }),
    'server-ca': text({
      description: 'Certificate authority of the API server: PEM text or a path.',
    }),
    url: text({
      description: 'Where people and probes reach the environment.',
      pattern: String.raw`^https?://\S+$`,
      allowed: 'http://… or https://…',
    }),
    values: valuesShape('Helm values files after those of `release`.'),
    release: releaseOverrideShape,
    require: requireShape,
    e2e: e2eShape,
    probes: probesShape,
    'probe-interval': duration({ description: 'Between two rounds of probes. Default: 5s.' }),
    'min-success': text({
      description: 'Share of good answers that each probe needs. Default: 99%.',
      pattern: String.raw`^(?=.*[1-9])(100(\.0+)?|\d{1,2}(\.\d+)?)%$`,
      allowed: 'a share like 99% or 99.9%',
    }),
    soak: duration({ description: 'How long probes must stay good.' }),
    proof: choice(['rollout'], {
      description: '`rollout`: a verified rollout alone is proof enough.',
    }),
    'max-flaky': wholeNumber({
      description: 'Specs that may pass on a retry only. Default: 2.',
      min: 0,
      max: 1000,
    }),
    'on-inconclusive': choice(['stop', 'pass', 'fail'], {
      description: 'What becomes of doubt. Default: `stop`.',
    }),
    production: flag({
      description:
        'An undo or a rollback here holds further deploys. Default: `true` for the last environment of a flow.',
    }),
    rollback: record(
      {
        objective: duration({
          description: 'From a detected fault to the verified old state. Default: 15m.',
        }),
      },
      { description: 'What a rollback here must achieve.' },
    ),
  },
  { description: 'An environment: its name is that of the GitHub Environment.' },
);
