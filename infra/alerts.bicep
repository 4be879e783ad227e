import { budgetOptions, tagSet } from 'types.bicep'

metadata description = 'The alerts that alerts.json describes. docs/operations.md says for each what it means and what to do.'

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('Workspace that the queries run in.')
param workspaceId string

@description('Who is told.')
param actionGroupId string

@description('Budget.')
param budget budgetOptions

@description('Name of the data account.')
param dataName string

@description('Name of the site account.')
param siteName string

@description('Public address of the site.')
param siteAddress string

@description('Name of the function app.')
param appName string

@description('Name of Application Insights.')
param insightsName string

var alerts = loadJsonContent('alerts.json')
var storageNames = [dataName, siteName]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in alerts.log: {
    name: alert.id
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      actions: {
        actionGroups: [
          actionGroupId
        ]
        customProperties: {
          whatToDo: 'docs/operations.md#${alert.id}'
        }
      }
      autoMitigate: true
      criteria: {
        allOf: [
          {
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
            metricMeasureColumn: alert.column
            operator: alert.operator
            query: join(alert.query, '\n')
            threshold: alert.threshold
            timeAggregation: alert.aggregation
          }
        ]
      }
      description: alert.description
      displayName: alert.id
      enabled: true
      evaluationFrequency: alert.frequency
      scopes: [
        workspaceId
      ]
      severity: alert.severity
      // The tables appear with the first telemetry, after the first deployment.
      skipQueryValidation: true
      windowSize: alert.window
    }
  }
]

resource accounts 'Microsoft.Storage/storageAccounts@2025-08-01' existing = [for name in storageNames: { name: name }]

// One for each account: an alert over several resources is not offered for storage accounts.
resource storageAlerts 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for (name, i) in storageNames: {
    name: '${alerts.metric[0].id}-${name}'
    location: 'global'
    tags: tags
    properties: {
      actions: [
        {
          actionGroupId: actionGroupId
          webHookProperties: {
            whatToDo: 'docs/operations.md#${alerts.metric[0].id}'
          }
        }
      ]
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: alerts.metric[0].responseTypes
              }
            ]
            metricName: alerts.metric[0].metric
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            name: 'throttled'
            operator: alerts.metric[0].operator
            threshold: alerts.metric[0].threshold
            timeAggregation: alerts.metric[0].aggregation
          }
        ]
      }
      description: alerts.metric[0].description
      enabled: true
      evaluationFrequency: alerts.metric[0].frequency
      scopes: [
        accounts[i].id
      ]
      severity: alerts.metric[0].severity
      windowSize: alerts.metric[0].window
    }
  }
]

module siteAlert 'alerts-site.bicep' = {
  params: {
    actionGroupId: actionGroupId
    address: siteAddress
    insightsName: insightsName
    location: location
    tags: tags
  }
}

module protectionAlert 'alerts-protection.bicep' = {
  params: {
    actionGroupId: actionGroupId
    appName: appName
    tags: tags
  }
}

module monthlyBudget 'budget.bicep' = if (budget.amount > 0) {
  params: {
    actionGroupId: actionGroupId
    options: budget
  }
}
