import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js';
import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector/index.js';
import { GuarddutyOrganizationConfiguration } from '@cdktf/provider-aws/lib/guardduty-organization-configuration/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account/index.js';
import { SecurityhubFindingAggregator } from '@cdktf/provider-aws/lib/securityhub-finding-aggregator/index.js';
import { SecurityhubOrganizationConfiguration } from '@cdktf/provider-aws/lib/securityhub-organization-configuration/index.js';
import { Construct } from 'constructs';

export interface SecurityServicesProps {
  readonly organization: string;
  readonly provider: AwsProvider;
  /** Whether findings of all Regions are seen in this one. */
  readonly aggregates: boolean;
  /** Whether the management account has named this account as their administrator, in this Region. */
  readonly administers: boolean;
}

/**
 * GuardDuty, Security Hub and Access Analyzer of the organization, in one Region.
 *
 * They are switched on here before the management account names the administrator: naming one switches them on by
 * itself, which Terraform would then find in its way. Members are enrolled once it is named, by the services, in every
 * account that there is or will be.
 */
export class SecurityServices extends Construct {
  readonly detectorId: string;

  constructor(scope: Construct, id: string, props: SecurityServicesProps) {
    super(scope, id);
    const { organization, provider } = props;
    const detector = new GuarddutyDetector(this, 'detector', { provider, enable: true });
    this.detectorId = detector.id;
    const hub = new SecurityhubAccount(this, 'hub', { provider, enableDefaultStandards: false });
    if (props.aggregates) {
      new SecurityhubFindingAggregator(this, 'findings', { provider, linkingMode: 'ALL_REGIONS', dependsOn: [hub] });
    }
    new AccessanalyzerAnalyzer(this, 'analyzer', { provider, analyzerName: organization, type: 'ORGANIZATION' });
    if (!props.administers) return;
    new GuarddutyOrganizationConfiguration(this, 'detector-members', {
      provider,
      detectorId: detector.id,
      autoEnableOrganizationMembers: 'ALL',
    });
    new SecurityhubOrganizationConfiguration(this, 'hub-members', { provider, autoEnable: true, dependsOn: [hub] });
  }
}
