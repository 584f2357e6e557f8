import { lintSettings } from './tools/eslint/src/index.ts';

export default lintSettings(import.meta.dirname);
