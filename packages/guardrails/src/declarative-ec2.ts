const assign = (value: string) => ({ '@@assign': value });

/**
 * EC2's settings in every account and Region: instances ask for metadata with a token, no snapshot or image becomes
 * public, there is no serial console. The API that would change a setting is refused, by EC2 and to everybody.
 *
 * Images that know no tokens still start: only the default is set. Two hops let containers reach the metadata.
 * Source: AWS Organizations User Guide, declarative policy syntax; the limit of hops is a text.
 */
export function declarativeEc2(): unknown {
  return {
    ec2_attributes: {
      exception_message: assign('this setting is owned by the guardrails of the organization'),
      instance_metadata_defaults: {
        http_endpoint: assign('enabled'),
        http_put_response_hop_limit: assign('2'),
        http_tokens: assign('required'),
      },
      image_block_public_access: { state: assign('block_new_sharing') },
      snapshot_block_public_access: { state: assign('block_all_sharing') },
      serial_console_access: { status: assign('disabled') },
    },
  };
}
