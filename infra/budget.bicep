import { budgetOptions } from 'types.bicep'

metadata description = 'A monthly budget for the resource group. It warns; it stops nothing.'

@description('How much, from when.')
param options budgetOptions

@description('First day of this month; not to be set.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('Who is told.')
param actionGroupId string

var budget = loadJsonContent('alerts.json').budget[0]

resource monthly 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: budget.id
  properties: {
    amount: options.amount
    category: 'Cost'
    notifications: {
      actual: {
        contactEmails: []
        contactGroups: [
          actionGroupId
        ]
        enabled: true
        operator: 'GreaterThan'
        threshold: budget.thresholds.actual
        thresholdType: 'Actual'
      }
      forecasted: {
        contactEmails: []
        contactGroups: [
          actionGroupId
        ]
        enabled: true
        operator: 'GreaterThan'
        threshold: budget.thresholds.forecasted
        thresholdType: 'Forecasted'
      }
    }
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: empty(options.start) ? thisMonth : options.start
    }
  }
}
