import { tagSet } from 'types.bicep'

metadata description = 'Asks for the public site from outside, as a reader would, and alerts when it does not answer.'

@description('Azure region of the test; it asks from elsewhere.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('Public address of the site.')
param address string

@description('Name of Application Insights, which keeps the results.')
param insightsName string

@description('Who is told.')
param actionGroupId string

var alert = loadJsonContent('alerts.json').availability[0]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: alert.id
  location: location
  // By this tag Application Insights knows the test for its own.
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    Enabled: true
    Frequency: alert.seconds
    Kind: 'standard'
    Locations: [for place in alert.locations: { Id: place }]
    Name: alert.id
    Request: {
      FollowRedirects: true
      HttpVerb: 'GET'
      ParseDependentRequests: false
      RequestUrl: address
    }
    RetryEnabled: true
    SyntheticMonitorId: alert.id
    Timeout: 30
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      // A certificate that Azure does not renew shows a week before readers see it.
      SSLCertRemainingLifetimeCheck: 7
      SSLCheck: true
    }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: alert.id
  location: 'global'
  tags: tags
  properties: {
    actions: [
      {
        actionGroupId: actionGroupId
        webHookProperties: {
          whatToDo: 'docs/operations.md#${alert.id}'
        }
      }
    ]
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: insights.id
      failedLocationCount: alert.failedLocations
      webTestId: test.id
    }
    description: alert.description
    enabled: true
    evaluationFrequency: alert.frequency
    scopes: [
      test.id
      insights.id
    ]
    severity: alert.severity
    windowSize: alert.window
  }
}
