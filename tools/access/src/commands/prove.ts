import { type Cell, matrixOf } from '../matrix/matrix.ts';
import { renderMatrixHtml } from '../matrix/render-matrix-html.ts';
import { renderMatrixMarkdown } from '../matrix/render-matrix-markdown.ts';
import { checkPromises, holds } from '../promises/check-promises.ts';
import { renderResults } from '../promises/render-results.ts';
import type { Proof } from './proof.ts';
import { renderTrustMarkdown, trustRows } from '../trust/trust-rows.ts';
import type { OpenOrganization } from './open-organization.ts';
import { provePaths } from './prove-paths.ts';

/** Asks every promise of an organization, and finds out what crosses accounts. */
export async function prove(organization: OpenOrganization): Promise<Proof> {
  const { world, simulator, graph, promises } = organization;
  const results = await checkPromises(promises, world, graph, simulator.ask);
  const paths = await provePaths(organization);
  return { text: `${paths.text}${renderResults(results)}`, holds: paths.holds && results.every(holds) };
}

/** The matrix of an organization, as documents. */
export interface MatrixDocuments {
  readonly cells: readonly Cell[];
  readonly markdown: string;
  readonly html: string;
}

export const cellsOf = ({ world, simulator }: OpenOrganization): Promise<readonly Cell[]> =>
  matrixOf(world, simulator.ask);

export async function matrixDocuments(organization: OpenOrganization): Promise<MatrixDocuments> {
  const { name, world, graph } = organization;
  const cells = await cellsOf(organization);
  const title = `${name}: who can do what where`;
  const trust = trustRows(world, graph);
  return {
    cells,
    markdown: `${renderMatrixMarkdown(cells, title)}\n${renderTrustMarkdown(trust)}`,
    html: renderMatrixHtml(cells, trust, title),
  };
}
