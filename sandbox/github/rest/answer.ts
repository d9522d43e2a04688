/** What an operation answers, before GitHub's description judges it. */
export interface Answer {
  readonly status: number;
  /** JSON; nothing is sent when absent. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A list that is cut into pages before it is rendered. */
  readonly list?: List;
}

interface List {
  readonly total: number;
  readonly render: (start: number, end: number) => Promise<readonly unknown[]>;
  /** `{total_count, runs: […]}` where GitHub wraps the page. */
  readonly wrap?: (page: readonly unknown[], total: number) => unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown, location?: string): Answer => ({
  status: 201,
  body,
  ...(location === undefined ? {} : { headers: { location } }),
});
export const accepted = (body: unknown = {}): Answer => ({ status: 202, body });
export const noContent: Answer = { status: 204 };

/** A page of `items`, rendered one by one. */
export function list<Item>(
  items: readonly Item[],
  render: (item: Item) => unknown,
  wrap?: (page: readonly unknown[], total: number) => unknown,
): Answer {
  return {
    status: 200,
    list: {
      total: items.length,
      render: (start, end) =>
        Promise.all(items.slice(start, end).map(async (item) => render(item))),
      ...(wrap === undefined ? {} : { wrap }),
    },
  };
}
