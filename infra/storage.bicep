import { dataOptions, tagSet } from 'types.bicep'

metadata description = 'The data account: everything but the public site. Reached by tokens of the directory alone.'

@description('Name of the account.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('Subnet that may reach the account; empty when tokens of the directory are the only barrier.')
param subnetId string

@description('Redundancy, and how long it keeps what was deleted or replaced.')
param options dataOptions

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

// Those that functions/Storage/CityStorage.cs names, and the container that the app is deployed to.
var containers = [
  'app-package'
  'checks'
  'content'
  'keys'
  'locks'
  'publications'
  'register'
  'submissions'
]

var tables = [
  'Audit'
  'Current'
  'Publications'
  'Records'
  'Submissions'
  'Years'
]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: options.sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: empty(subnetId) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(subnetId) ? [] : [{ id: subnetId, action: 'Allow' }]
    }
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      days: options.softDeleteDays
      enabled: true
    }
    deleteRetentionPolicy: {
      // A purge removes versions and deleted copies for good.
      allowPermanentDelete: true
      days: options.softDeleteDays
      enabled: true
    }
    isVersioningEnabled: true
  }

  resource container 'containers' = [
    for containerName in containers: {
      name: containerName
      properties: {
        publicAccess: 'None'
      }
    }
  ]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'

  resource table 'tables' = [
    for tableName in tables: {
      name: tableName
    }
  ]
}

module lifecycle 'lifecycle.bicep' = {
  params: {
    accountName: account.name
    versionDays: options.versionDays
  }
  dependsOn: [
    blobs
  ]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (options.lock) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds every submission. Remove this lock before the resource group is deleted.'
  }
}

#disable-next-line use-recent-api-versions // the only one with categories of today
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
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

#disable-next-line use-recent-api-versions // the only one with categories of today
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tableService
  name: 'to-workspace'
  properties: {
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
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

@description('Address of the container that the app is deployed to.')
output packageContainer string = '${account.properties.primaryEndpoints.blob}app-package'
