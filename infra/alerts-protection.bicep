import { tagSet } from 'types.bicep'

metadata description = 'Tells when somebody changes what protects the installation: lock, sign-in, roles.'

@description('Tags of the resources.')
param tags tagSet

@description('Name of the function app.')
param appName string

@description('Who is told.')
param actionGroupId string

var alert = loadJsonContent('alerts.json').activity[0]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName

  resource signIn 'config' existing = {
    name: 'authsettingsV2'
  }
}

resource changed 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: alert.id
  location: 'global'
  tags: tags
  properties: {
    actions: {
      actionGroups: [
        {
          actionGroupId: actionGroupId
          webhookProperties: {
            whatToDo: 'docs/operations.md#${alert.id}'
          }
        }
      ]
    }
    condition: {
      allOf: [
        {
          equals: 'Administrative'
          field: 'category'
        }
        {
          equals: 'Succeeded'
          field: 'status'
        }
        {
          // Settings of the app are changed by the same operation as sign-in: that one is known by what it changes.
          anyOf: concat(map(alert.operations, operation => { equals: operation, field: 'operationName' }), [
            { equals: app::signIn.id, field: 'resourceId' }
          ])
        }
      ]
    }
    description: alert.description
    enabled: true
    scopes: [
      resourceGroup().id
    ]
  }
}
