import { cutMarkdown } from '../../../src/report/cut-markdown.ts';

const REST = '… the rest';

test('a text that fits stays as it is', () => {
  expect(cutMarkdown('a\nb', 3, REST)).toBe('a\nb');
});

test.each([40, 60, 100, 400])('what was open at %i characters is closed, in its order', (limit) => {
  const text = [
    'head',
    '<details><summary>Changes</summary>',
    '',
    '````text',
    ...Array(50).fill('+ ```line'),
    '````',
    '</details>',
    'end',
  ].join('\n');
  const cut = cutMarkdown(text, limit, REST);
  expect(cut.length).toBeLessThanOrEqual(limit);
  expect(cut).toContain(REST);
  expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
  const fences = cut.split('\n').filter((line) => line.startsWith('````'));
  expect(fences.length % 2).toBe(0);
});
