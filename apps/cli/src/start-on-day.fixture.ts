import { dayOfTests } from './day-of-tests.fixture.ts';

// imported before a program, it makes the program start on the day of tests; time goes on from there
const RealDate = Date;
const ahead = RealDate.now() - RealDate.parse(`${dayOfTests}T12:00:00Z`);

globalThis.Date = new Proxy(RealDate, {
  construct: (date, given: readonly unknown[], made) =>
    Reflect.construct(date, given.length === 0 ? [RealDate.now() - ahead] : given, made) as Date,
  get: (date, key) => (key === 'now' ? () => RealDate.now() - ahead : (Reflect.get(date, key) as unknown)),
});
