import { redundancy, tagSet } from 'types.bicep'

metadata description = 'The site account: the public site, served as a static website, and nothing else.'

@description('Name of the account.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('Redundancy.')
param sku redundancy

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    // Does not concern the static website, which alone is public.
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

// No versions and no deleted copies: the data account keeps every published content, the night repairs the site from there, and what a
// purge deletes here is gone at once.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      enabled: false
    }
    deleteRetentionPolicy: {
      enabled: false
    }
    isVersioningEnabled: false
    staticWebsite: {
      enabled: true
      errorDocument404Path: '404.html'
      indexDocument: 'index.html'
    }
  }
}

// Who changed the site. Who read it is nobody's business, and a busy day's log would cost more than the site.
#disable-next-line use-recent-api-versions // the only one with categories of today
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    logs: [
      for category in ['StorageWrite', 'StorageDelete']: {
        category: category
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
    workspaceId: workspaceId
  }
}

@description('Address of the static website, with a slash at its end.')
output webEndpoint string = account.properties.primaryEndpoints.web
