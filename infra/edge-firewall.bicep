import { resourceReference, tagSet } from 'types.bicep'

metadata description = 'Firewall of the public site. It has files and nothing else, so that two rules are enough and the cheaper tier does.'

@description('Name of the firewall policy.')
param name string

@description('Name of the Front Door profile.')
param profileName string

@description('Tags of the resources.')
param tags tagSet

@description('Endpoint and domains that it protects.')
param domains resourceReference[]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource policy 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-03-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: {
    name: 'Standard_AzureFrontDoor'
  }
  properties: {
    customRules: {
      rules: [
        {
          action: 'Block'
          enabledState: 'Enabled'
          matchConditions: [
            {
              matchValue: [
                'GET'
                'HEAD'
              ]
              matchVariable: 'RequestMethod'
              negateCondition: true
              operator: 'Equal'
            }
          ]
          name: 'ReadOnly'
          priority: 100
          ruleType: 'MatchRule'
        }
        {
          action: 'Block'
          enabledState: 'Enabled'
          matchConditions: [
            {
              matchValue: [
                '0.0.0.0/0'
                '::/0'
              ]
              matchVariable: 'SocketAddr'
              operator: 'IPMatch'
            }
          ]
          name: 'Flood'
          priority: 200
          rateLimitDurationInMinutes: 5
          // A whole city hall may stand behind one address and read on the day of a release; a page takes some five files.
          rateLimitThreshold: 20000
          ruleType: 'RateLimitRule'
        }
      ]
    }
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
    }
  }
}

resource protection 'Microsoft.Cdn/profiles/securityPolicies@2025-06-01' = {
  parent: profile
  name: 'site'
  properties: {
    parameters: {
      associations: [
        {
          domains: domains
          patternsToMatch: [
            '/*'
          ]
        }
      ]
      type: 'WebApplicationFirewall'
      wafPolicy: {
        id: policy.id
      }
    }
  }
}
