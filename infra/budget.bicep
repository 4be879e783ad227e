import { budgetOptions } from 'types.bicep'

metadata description = 'A monthly budget for the resource group. It warns; it stops nothing.'

@description('How much, from when.')
param options budgetOptions

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
      // Azure refuses another start for a budget that is there: it is decided once, and not taken from the clock.
      startDate: options.start
    }
  }
}
