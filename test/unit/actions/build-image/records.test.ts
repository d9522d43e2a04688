import { nameAndValue, splitRecords } from '../../../../actions/build-image/records.ts';

test.each([
  ['', []],
  ['a=1\nb=2', ['a=1', 'b=2']],
  ['  a=1  \n\n\r\n b=2 ', ['a=1', 'b=2']],
  ['a=1,2', ['a=1,2']],
  ['"a=line 1\nline 2"\nb=2', ['a=line 1\nline 2', 'b=2']],
  ['"a=say ""hi"""', ['a=say "hi"']],
  ['a={"k": "v"}', ['a={"k": "v"}']],
])('%j is split into %j', (text, records) => {
  expect(splitRecords(text)).toEqual(records);
});

test('a comma separates only where it is asked for', () => {
  expect(splitRecords('v1, v2\nv3', ',')).toEqual(['v1', 'v2', 'v3']);
});

test.each([
  ['a=b=c', 'a', 'b=c'],
  ['a=', 'a', ''],
  ['a', 'a', undefined],
  ['=b', '', 'b'],
])('%j is %j and %j', (record, name, value) => {
  expect(nameAndValue(record)).toEqual({ name, value });
});
