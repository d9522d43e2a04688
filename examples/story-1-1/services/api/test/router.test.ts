import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRoute, type Route } from '../src/router.ts';

const answer: Route['answer'] = () => ({ status: 200, body: {} });
const routes: readonly Route[] = [
  { method: 'GET', path: '/stories', answer },
  { method: 'POST', path: '/stories', answer },
  { method: 'GET', path: '/stories/:id', answer },
];

test('the method and the path choose the route', () => {
  assert.equal(findRoute(routes, 'POST', '/stories').route, routes[1]);
  const found = findRoute(routes, 'GET', '/stories/12');
  assert.deepEqual(found, { route: routes[2], id: '12' });
});

test('HEAD is answered as GET is', () => {
  assert.equal(findRoute(routes, 'HEAD', '/stories').route, routes[0]);
});

test('an unknown path is 404, a path with another method 405 with what is allowed', () => {
  const unknown = findRoute(routes, 'GET', '/stories/1/pages');
  assert.equal(unknown.route ? 200 : unknown.reply.status, 404);
  const wrong = findRoute(routes, 'DELETE', '/stories');
  assert.equal(wrong.route ? 200 : wrong.reply.status, 405);
  assert.equal(wrong.route ? '' : wrong.reply.headers?.allow, 'GET, POST');
});
