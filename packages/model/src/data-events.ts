/** The trail of an account of its own, where its data is sensitive: who read and wrote it. */
export const dataEventsTrailName = 'data-events';

/** Such trails of all accounts, in which Region each has its home. */
export const dataEventsTrailPattern = `arn:aws:cloudtrail:*:*:trail/${dataEventsTrailName}`;

/**
 * What is read and written, by what CloudTrail calls it. Reads of secrets and uses of keys are management events, which
 * the organization's trail has of every account.
 *
 * Source: AWS CloudTrail User Guide, logging data events.
 */
export const dataEventTypes = {
  objects: 'AWS::S3::Object',
  items: 'AWS::DynamoDB::Table',
  messages: 'AWS::SQS::Queue',
  notifications: 'AWS::SNS::Topic',
} as const;
