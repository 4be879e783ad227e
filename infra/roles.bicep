metadata description = 'What the identity of the app may do; nothing beyond these.'

@description('Principal id of the identity.')
param principalId string

@description('Name of the data account.')
param dataName string

@description('Name of the site account.')
param siteName string

@description('Name of Application Insights.')
param insightsName string

// Also versions and deleted copies, which a purge removes for good: the lesser role may not. The host asks for the same, for its locks
// and the deployment. There is no role for queues: no function has a trigger that needs one.
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource data 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataName
}

resource site 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: siteName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The names hold the principal id: an identity that is created anew gets assignments of its own.
resource onData 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [storageBlobDataOwner, storageTableDataContributor]: {
    scope: data
    name: guid(data.id, role, principalId)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource onSite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: site
  name: guid(site.id, storageBlobDataContributor, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, monitoringMetricsPublisher, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}
