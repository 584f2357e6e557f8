export { lintSettings } from './lint-settings.ts';
export { type Room, reservedPackages, rooms } from './rooms.ts';
