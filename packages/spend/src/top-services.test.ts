import { topServices } from './top-services.ts';

test.each([
  [0, 0, '0'],
  [10, 0, '0'],
  [12, 2, '0.3'],
])('of %i services the ten largest are shown, and %i others add up to %s', (count, others, cost) => {
  const services = Array.from({ length: count }, (_, index) => ({
    service: `s${index}`,
    cost: index < 10 ? '9' : `0.${index - 9}`,
  }));
  expect(topServices(services).top).toEqual(services.slice(0, 10));
  expect(topServices(services).others).toEqual({ count: others, cost });
});
