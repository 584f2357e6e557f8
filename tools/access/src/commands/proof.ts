/** What was proved of an organization. */
export interface Proof {
  /** `12 promises hold`, or which statement broke which promise. */
  readonly text: string;
  readonly holds: boolean;
}
