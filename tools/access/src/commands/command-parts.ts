/** What the program writes to, and how it says that something doesn't hold. */
export interface Surroundings {
  readonly write: (text: string) => void;
  /** To the error output: what the answer lacks. */
  readonly warn: (text: string) => void;
  readonly fail: () => void;
}

/** Of a command that answers as text, or as JSON where one asks for it. */
export interface AsJson {
  readonly json?: true;
}

export const toJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** The argument of every command. */
export const folder = ['<folder>', 'folder of a synthesized organization: apps/acme'] as const;

/** The end of a command's help. */
export const examples = (...lines: readonly string[]) =>
  ['', 'Examples:', ...lines.map((line) => `  node tools/access/dist/main.js ${line}`)].join('\n');
