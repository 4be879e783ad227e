import { tagSet } from 'types.bicep'

metadata description = 'The function app on Flex Consumption.'

@description('Name of the function app.')
param name string

@description('Name of its plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Address of the blob container that the app is deployed to.')
param packageContainer string

@description('Subnet that the app joins; empty for none.')
param subnetId string

@description('Address ranges from which staff may reach the app; empty for all.')
param staffIpRanges string[]

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    clientAffinityEnabled: false
    functionAppConfig: {
      deployment: {
        storage: {
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
          type: 'blobContainer'
          value: packageContainer
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        // With '10' the deployment succeeds and the app never starts.
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
      }
    }
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    serverFarmId: plan.id
    siteConfig: {
      http20Enabled: true
      ipSecurityRestrictions: [
        for (range, i) in staffIpRanges: {
          action: 'Allow'
          ipAddress: trim(range)
          name: 'staff-${i + 1}'
          priority: 100 + i
        }
      ]
      ipSecurityRestrictionsDefaultAction: empty(staffIpRanges) ? 'Allow' : 'Deny'
      minTlsVersion: '1.2'
      // azd and GitHub deploy from other addresses than those of staff; a token of the directory is what they need.
      scmIpSecurityRestrictionsUseMain: false
      scmMinTlsVersion: '1.2'
    }
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
  }

  // Deployments come with a token of the directory; there are no publishing passwords.
  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

// Who signed in is in the directory's own log.
#disable-next-line use-recent-api-versions // the only one with categories of today
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
    workspaceId: workspaceId
  }
}

@description('Host name of the app.')
output hostName string = app.properties.defaultHostName
