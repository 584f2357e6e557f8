import nx from '@nx/eslint-plugin';
import type { Linter } from 'eslint';
import { type Room, reservedPackages, rooms } from './rooms.ts';

const testFiles = '**/*.{test,fixture}.ts';

/**
 * Who may import whom, from the table of rooms: rooms by Nx, which follows relative and lazy imports too and finds
 * circles; packages from the registry by name.
 */
export const boundaries = (): readonly Linter.Config[] => [
  ...(nx.configs['flat/base'] as Linter.Config[]),
  { name: 'bulkhead/rooms', rules: moduleBoundaries((room) => room.mayImport) },
  {
    name: 'bulkhead/rooms-in-tests',
    files: [testFiles],
    rules: moduleBoundaries(({ mayImport, inTests = [] }) => [...mayImport, ...inTests]),
  },
  ...rooms.flatMap((room): Linter.Config[] => [
    {
      name: `bulkhead/packages-of-${room.name}`,
      files: [`${room.folder}/**`],
      rules: restrictedImports([...deepImports, ...reservedFor(room), ...othersThanListed(room), ...impure(room)]),
    },
    {
      name: `bulkhead/packages-of-${room.name}-in-tests`,
      files: [`${room.folder}/${testFiles}`],
      rules: restrictedImports([...deepImports, ...reservedFor(room)]),
    },
  ]),
];

function moduleBoundaries(allowed: (room: Room) => readonly string[]): Linter.RulesRecord {
  const depConstraints = rooms.map((room) => ({
    sourceTag: `room:${room.name}`,
    onlyDependOnLibsWithTags: allowed(room).map((name) => `room:${name}`),
  }));
  return { '@nx/enforce-module-boundaries': ['error', { banTransitiveDependencies: true, depConstraints }] };
}

/** A pattern of ESLint's `no-restricted-imports`. */
type Pattern = { readonly message: string } & ({ readonly group: readonly string[] } | { readonly regex: string });

const restrictedImports = (patterns: readonly Pattern[]): Linter.RulesRecord => ({
  'no-restricted-imports': ['error', { patterns }],
});

const deepImports: readonly Pattern[] = [
  { regex: '^@bulkhead/[^/]+/', message: 'import what the package exports, not a file in it' },
];

const reservedFor = (room: Room): readonly Pattern[] =>
  reservedPackages
    .filter((each) => !each.rooms.includes(room.name))
    .map(({ names, why }) => ({ group: names, message: why }));

function othersThanListed({ name, packages }: Room): readonly Pattern[] {
  if (!packages) return [];
  const allowed = ['\\.', '@bulkhead/', 'node:', ...packages.map((each) => `${each}(/|$)`)].join('|');
  const list = packages.length > 0 ? `only ${packages.join(', ')}` : 'nothing';
  return [{ regex: `^(?!${allowed})`, message: `${name} imports ${list} from the registry` }];
}

const impure = ({ name, pure }: Room): readonly Pattern[] =>
  pure
    ? [
        {
          regex: '^(node:)?(fs|process|child_process|os|worker_threads|net|http|https)(/|$)',
          message: `${name} is pure: it takes values and gives values, effects are the caller's`,
        },
      ]
    : [];
