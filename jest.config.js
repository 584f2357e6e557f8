/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/{apps,packages,tools}/*/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  testEnvironmentOptions: { customExportConditions: ['@bulkhead/source', 'node'] },
};
