import { listOf } from './collections.ts';
import { record } from './record.ts';
import { text, wholeNumber } from './shape.ts';

/** Requests that a healthy environment answers well. */
export const probesShape = listOf(
  record(
    {
      path: text({
        description: 'Path below the environment’s URL.',
        pattern: String.raw`^/\S*$`,
        allowed: 'a path that starts with /',
      }),
      url: text({
        description: 'Whole URL, for what is served elsewhere.',
        pattern: String.raw`^https?://\S+$`,
        allowed: 'http://… or https://…',
      }),
      status: wholeNumber({
        description: 'Expected status code.',
        min: 100,
        max: 599,
        default: 200,
      }),
      body: text({ description: 'Text that the answer must hold.' }),
      version: text({
        description: 'What the answer must be, or give as `version` or `commit` in its JSON.',
      }),
    },
    { description: 'One request.', exactlyOne: ['path', 'url'] },
  ),
  { description: 'Requests that must be answered well, again and again over the soak.' },
);
