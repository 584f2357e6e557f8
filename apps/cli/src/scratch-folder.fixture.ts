import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for a test file, outside of any workspace. */
export interface ScratchFolder {
  readonly path: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Every file in it, or in a folder in it, with its content. */
  read(folder?: string): Readonly<Record<string, string>>;
  remove(): void;
}

export function openScratchFolder(): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), 'bulkhead-cli-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    read(folder = '.') {
      const files = readdirSync(join(path, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const root = join(path, folder, '/');
      return Object.fromEntries(files.sort().map((file) => [file.slice(root.length), readFileSync(file, 'utf8')]));
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
