/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/{apps,packages,tools}/*/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  // many tests wait for programs that they start: a core is kept free by that, and a busy machine gets time
  maxWorkers: '100%',
  testTimeout: 30_000,
  testEnvironmentOptions: { customExportConditions: ['@bulkhead/source', 'node'] },
};
