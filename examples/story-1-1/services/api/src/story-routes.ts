import type { Fault } from './fault.ts';
import { type Log, reason } from './log.ts';
import { parseNewStory } from './new-story.ts';
import { readBody } from './request-body.ts';
import type { Asked, Reply, Route } from './router.ts';
import type { Stories } from './stories.ts';
import type { Views } from './views.ts';

const BODY_LIMIT = 64 * 1024;
const LARGEST_ID = 2 ** 31 - 1;

export interface StoryParts {
  readonly stories: Stories;
  readonly views: Pick<Views, 'count'>;
  readonly fault: Fault;
  readonly log: Log;
}

/** The endpoints that people use: write a story, list the newest, read one. */
export function storyRoutes({ stories, views, fault, log }: StoryParts): readonly Route[] {
  const create = async ({ request }: Asked): Promise<Reply> => {
    const text = await readBody(request, BODY_LIMIT);
    if (text === undefined) return failure(413, `the body is longer than ${BODY_LIMIT} bytes`);
    const parsed = parseNewStory(text);
    if (!parsed.ok) return failure(400, parsed.problem);
    const story = await stories.add(parsed.story);
    return { status: 201, body: story, headers: { location: `/stories/${story.id}` } };
  };

  const list = async ({ query }: Asked): Promise<Reply> => {
    const limit = wholeNumber(query.get('limit') ?? '20', 100);
    if (limit === undefined) return failure(400, 'limit must be a number from 1 to 100');
    const from = query.get('before');
    const before = from === null ? undefined : wholeNumber(from, LARGEST_ID);
    if (from !== null && before === undefined)
      return failure(400, 'before must be the id of a story');
    return { status: 200, body: { stories: await stories.list(limit, before) } };
  };

  const read = async ({ id }: Asked): Promise<Reply> => {
    const number = wholeNumber(id, LARGEST_ID);
    const story = number === undefined ? undefined : await stories.find(number);
    if (!story) return failure(404, `there is no story ${id}`);
    return { status: 200, body: { ...story, views: await countView(story.id) } };
  };

  // A story can be read without its counter: when Redis is away, the count is null.
  const countView = async (id: number): Promise<number | null> => {
    if (fault.losesViews()) return 0;
    try {
      return await views.count(id);
    } catch (error) {
      log('warn', 'a view was not counted', { story: id, error: reason(error) });
      return null;
    }
  };

  const guarded =
    (answer: Route['answer']): Route['answer'] =>
    (asked) =>
      fault.failsRequest()
        ? failure(500, 'this failure was asked for by FAIL=errors')
        : answer(asked);

  return [
    { method: 'POST', path: '/stories', answer: guarded(create) },
    { method: 'GET', path: '/stories', answer: guarded(list) },
    { method: 'GET', path: '/stories/:id', answer: guarded(read) },
  ];
}

const failure = (status: number, error: string): Reply => ({ status, body: { error } });

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^[1-9]\d*$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : undefined;
}
