import { logOptions, tagSet } from 'types.bicep'

metadata description = 'Where logs and metrics go, who hears of alerts, and the workbook.'

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of Application Insights.')
param insightsName string

@description('Name of the action group.')
param actionGroupName string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('How long and how much.')
param options logOptions

@description('Who gets a mail when an alert fires.')
param alertEmails string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    retentionInDays: options.retentionDays
    sku: {
      name: 'PerGB2018'
    }
    workspaceCapping: {
      dailyQuotaGb: options.dailyCapGb
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    emailReceivers: [
      for (address, i) in alertEmails: {
        emailAddress: trim(address)
        name: 'mail-${i + 1}'
        useCommonAlertSchema: true
      }
    ]
    enabled: true
    groupShortName: 'kawasaki'
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'KawasakiServerless operations'
    serializedData: string(loadJsonContent('workbook.json'))
    sourceId: workspace.id
    version: '1.0'
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of the action group.')
output actionGroupId string = actionGroup.id

@description('Where the app sends its telemetry. Holds no secret: Application Insights takes tokens of the directory alone.')
output connectionString string = insights.properties.ConnectionString
