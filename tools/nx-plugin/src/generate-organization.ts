import { type GeneratorCallback, type Tree, installPackagesTask, names } from '@nx/devkit';

/** What a person is asked for a new organization. */
export interface OrganizationOptions {
  /** First part of every account name: lower-case letters, digits, single hyphens. */
  readonly name: string;
}

const template = 'apps/example';

/**
 * `nx g @bulkhead/nx-plugin:organization NAME`: a new app from the smallest useful one, and a line in tsconfig.json.
 *
 * @throws When the name can't begin an account name, or the app exists.
 */
export function generateOrganization(tree: Tree, { name }: OrganizationOptions): GeneratorCallback {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`an organization's name has lower-case letters, digits and single hyphens, got: '${name}'`);
  }
  const folder = `apps/${name}`;
  if (tree.exists(folder)) throw new Error(`there is an app already, choose another name, got: '${name}'`);

  for (const file of ['package.json', 'tsconfig.json', 'src/organization.ts', 'src/main.ts']) {
    tree.write(`${folder}/${file}`, renamed(read(tree, `${template}/${file}`), name));
  }
  tree.write('tsconfig.json', referring(read(tree, 'tsconfig.json'), folder));
  // package-lock.json lists every workspace
  return () => {
    installPackagesTask(tree, true);
  };
}

function read(tree: Tree, file: string): string {
  const text = tree.read(file, 'utf8');
  if (text === null) throw new Error(`an organization is made from the example, put this file back: ${file}`);
  return text;
}

/** A tsconfig.json that builds one more folder, with one reference a line. */
function referring(text: string, folder: string): string {
  const settings = JSON.parse(text) as { readonly references: readonly { readonly path: string }[] };
  const more = { ...settings, references: [...settings.references, { path: folder }] };
  return `${JSON.stringify(more, null, 2)}\n`.replace(/\{\s*("path": "[^"]*")\s*\}/g, '{ $1 }');
}

/** In quotes and paths the name as it is, elsewhere as an identifier; the domain example.com stays for people to fill in. */
const renamed = (text: string, name: string) =>
  text
    .replace(/(?<=['/"])example(?=['/"])/g, name)
    .replace(/(?<![\w/.@-])example(?![\w/.-])/g, names(name).propertyName);
