import { serviceOrder } from '../../../../actions/build-image/service-order.ts';

const SERVICES = {
  web: { dependsOn: ['api', 'auth'] },
  worker: {},
  api: { dependsOn: ['base'] },
  base: {},
  auth: { dependsOn: ['base'] },
};

test('what others depend on comes first, the rest in the order of the file', () => {
  const all = Object.keys(SERVICES);
  expect(serviceOrder(SERVICES, all)).toEqual(['base', 'api', 'auth', 'web', 'worker']);
});

test('some services keep their order also through one that is not among them', () => {
  expect(serviceOrder(SERVICES, ['web', 'base'])).toEqual(['base', 'web']);
});
