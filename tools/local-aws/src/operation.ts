import type { StaticOperationSchema } from '@smithy/types';
import type { Clock } from './clock.ts';
import type { Caller, Sessions } from './sessions.ts';
import type { World } from './world.ts';

/** What an operation may read and change besides its input. */
export interface Call {
  readonly world: World;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly caller: Caller;
  readonly region: string;
  readonly options: ServerOptions;
  /** Counts an answer that AWS bills for. */
  bill(): void;
}

export interface ServerOptions {
  /** Items per page of Organizations; AWS's own limit is 20. */
  readonly organizationsPage: number;
  /** Whether Organizations puts an empty page with a token before each page, as it may. */
  readonly emptyPages: boolean;
  /** Groups per page of Cost Explorer. AWS states no number; this one is an assumption. */
  readonly costExplorerPage: number;
}

/** What has to be allowed before an operation is carried out. */
export interface Needs {
  /** IAM's name where it differs from `<service>:<operation>`; null needs no permission. */
  readonly action?: string | null;
  readonly resource?: string;
  /** Condition keys that the operation adds. */
  readonly context?: Readonly<Record<string, string>>;
}

/** An operation of a service: how it travels is read from the SDK's schema. */
export interface Operation {
  readonly schema: StaticOperationSchema;
  readonly needs: (input: unknown, call: Call) => Needs;
  readonly answer: (input: unknown, call: Call) => object;
}

/** The output without what the SDK's client adds. */
type Answer<Output> = Omit<Output, '$metadata'>;

export function operation<Input, Output>(
  schema: StaticOperationSchema,
  answer: (input: Input, call: Call) => Answer<Output>,
  needs: (input: Input, call: Call) => Needs = () => ({}),
): Operation {
  // The codec has read the input by the operation's own schema.
  return {
    schema,
    answer: (input, call) => answer(input as Input, call),
    needs: (input, call) => needs(input as Input, call),
  };
}

export const operationName = ({ schema }: Pick<Operation, 'schema'>): string => schema[2];
