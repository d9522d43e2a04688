import { chooseArchive } from '../../../sandbox/tools/debian.ts';

const MAIN = 'http://deb.example.com/debian/';
const line = (uri: string, release = 'bookworm', component = 'main'): string =>
  `${component} ${release} ${uri}`;

test.each([
  ['an ordinary machine', [line(MAIN)], MAIN],
  ['a dated snapshot', [line(`${MAIN}20250520T000000Z/`)], `${MAIN}20250520T000000Z/`],
  ['a third party before it', [line('https://deb.example.com/node/'), line(MAIN)], MAIN],
  [
    'security updates before it',
    [line('http://deb.example.com/debian-security/', 'bookworm-security'), line(MAIN)],
    MAIN,
  ],
  ['updates of the main archive', [line(MAIN, 'bookworm-updates')], undefined],
  ['contrib only', [line(MAIN, 'bookworm', 'contrib')], undefined],
  ['another distribution', [line('http://archive.example.com/ubuntu/', 'noble')], undefined],
  ['no sources', [], undefined],
])('Debian’s archive is found with %s', (_case, lines, archive) => {
  expect(chooseArchive([...lines, ''].join('\n'))).toBe(archive);
});
