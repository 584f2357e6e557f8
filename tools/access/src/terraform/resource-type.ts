import type { Finding } from './finding.ts';
import type { Values } from './values.ts';

/** How resources of one Terraform type are read. */
export interface ResourceType {
  /** Attributes that other resources refer to and that follow from the arguments: `arn`, `name`. */
  readonly attributes?: (values: Values) => Readonly<Record<string, string>>;
  /** What it says about who may do what. Left out where it says nothing. */
  readonly read?: (values: Values) => readonly Finding[];
}

/** A type that holds no policy and that no policy is written about. */
export const bearsNoPolicy: ResourceType = {};
