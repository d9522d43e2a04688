import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNewStory } from '../src/new-story.ts';

test('a title and a body make a story', () => {
  const parsed = parseNewStory('{"title": " Tom Thumb ", "body": "Once upon a time …\\n"}');
  assert.deepEqual(parsed, {
    ok: true,
    story: { title: 'Tom Thumb', body: 'Once upon a time …\n' },
  });
});

for (const [what, text, problem] of [
  ['no JSON', 'title=a', /not JSON/],
  ['no object', '[]', /must be an object/],
  ['null', 'null', /must be an object/],
  ['no body', '{"title":"a"}', /body must be a text/],
  ['an empty title', '{"title":"  ","body":"b"}', /title must be a text/],
  ['a title that is a number', '{"title":1,"body":"b"}', /title must be a text/],
  ['a title too long', JSON.stringify({ title: 'a'.repeat(201), body: 'b' }), /longer than 200/],
  ['a character Postgres refuses', '{"title":"a","body":"b\\u0000"}', /U\+0000/],
  ['an unknown key', '{"title":"a","body":"b","text":"c"}', /"text" is not known/],
] as const) {
  test(`${what} is refused with the reason`, () => {
    const parsed = parseNewStory(text);
    assert.match(parsed.ok ? 'accepted' : parsed.problem, problem);
  });
}
