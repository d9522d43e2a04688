import { parseRepository } from '../../domain/image-ref.ts';
import { listOf, mappingOf } from './collections.ts';
import { record } from './record.ts';
import { text } from './shape.ts';

/** A part of an image's name, and of a Kubernetes name. */
export const SERVICE_NAME = '^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$';
export const SERVICE_NAME_ALLOWED = 'a-z 0-9 and single dashes, starting with a letter';

/** Name and value go into a list with one `NAME=value` a line. */
export const VARIABLE_NAME = String.raw`^[A-Za-z_]\w*$`;
export const ONE_LINE = String.raw`^[^\r\n]*$`;

/** One deployable unit with one image. */
export const serviceShape = record(
  {
    image: text({
      description: 'Repository of its image. Default: `<registry>/<owner>/<name>-<service>`.',
      allowed: 'a repository without a tag, like ghcr.io/acme/shop-api',
      check: (given) => (isRepository(given) ? undefined : 'is not a repository'),
    }),
    context: text({ description: 'Folder to build the image from.', default: '.' }),
    file: text({ description: 'Path of the Dockerfile. Default: `Dockerfile` in the context.' }),
    target: text({ description: 'Stage to build. Default: the last one.' }),
    'build-args': mappingOf(
      text({ description: 'A value.', pattern: ONE_LINE, allowed: 'one line of text' }),
      {
        description: 'Build arguments; never secrets, everybody can read them from the image.',
        named: '<NAME>',
        pattern: VARIABLE_NAME,
        allowed: 'A-Z a-z 0-9 _',
      },
    ),
    'depends-on': listOf(text({ description: 'Name of a service.' }), {
      description: 'Services that are deployed before this one.',
      unique: true,
    }),
  },
  { description: 'A service: one image.' },
);

function isRepository(given: string): boolean {
  try {
    parseRepository(given);
    return true;
  } catch {
    return false;
  }
}
