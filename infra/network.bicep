import { tagSet } from 'types.bicep'

metadata description = 'Virtual network of the function app. The firewall of the data account lets nothing in but its subnet.'

@description('Name of the virtual network.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resource.')
param tags tagSet

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.20.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'snet-app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          // Application Insights and the directory are reached over the internet.
          defaultOutboundAccess: true
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
          serviceEndpoints: [
            {
              service: 'Microsoft.Storage'
            }
          ]
        }
      }
    ]
  }
}
