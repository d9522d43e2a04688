import type { IncomingMessage } from 'node:http';

export interface Reply {
  readonly status: number;
  /** Sent as JSON; a text is sent as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The part of the path that the pattern's group `id` matched. */
  readonly id: string;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the metrics: `/stories/:id`. One named part at most. */
  readonly path: string;
  readonly answer: (asked: Asked) => Reply | Promise<Reply>;
}

export type Found =
  | { readonly route: Route; readonly id: string }
  | { readonly route: undefined; readonly reply: Reply };

/** Finds the route for a request. HEAD is answered as GET is. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
  const matches = routes.flatMap((route) => {
    const id = match(route.path, path);
    return id === undefined ? [] : [{ route, id }];
  });
  if (matches.length === 0) {
    return { route: undefined, reply: { status: 404, body: { error: `nothing is at ${path}` } } };
  }
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = matches.find(({ route }) => route.method === wanted);
  if (found) return found;
  const allow = matches.map(({ route }) => route.method).join(', ');
  const error = `${method} is not possible here, only ${allow}`;
  return { route: undefined, reply: { status: 405, body: { error }, headers: { allow } } };
}

function match(pattern: string, path: string): string | undefined {
  const expression = pattern.replace(':id', '(?<id>[^/]+)');
  const found = new RegExp(`^${expression}$`).exec(path);
  return found ? (found.groups?.id ?? '') : undefined;
}
