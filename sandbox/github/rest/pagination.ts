import type { Answer } from './answer.ts';

/** Cuts a list into the page the query asks for and adds GitHub's Link header. */
export async function paginate(answer: Answer, url: URL): Promise<Answer> {
  const { list, ...rest } = answer;
  if (!list) return answer;
  const size = Math.min(Math.max(Number(url.searchParams.get('per_page') ?? 30) || 30, 1), 100);
  const page = Math.max(Number(url.searchParams.get('page') ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(list.total / size), 1);
  const items = await list.render((page - 1) * size, page * size);
  const link = linkHeader(url, page, last);
  return {
    ...rest,
    body: list.wrap ? list.wrap(items, list.total) : items,
    headers: { ...rest.headers, ...(link === '' ? {} : { link }) },
  };
}

function linkHeader(url: URL, page: number, last: number): string {
  const to = (number: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target}>; rel="${rel}"`;
  };
  return [
    ...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ].join(', ');
}
