// Run by scripts/test.ts. Node 24 strips the types of the .ts files by itself: no transform.
const project = (displayName, extra = {}) => ({
  displayName,
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/examples/', '<rootDir>/.sandbox/'],
  ...extra,
});

export default { projects: [project('unit'), project('contract'), project('integration')] };
