metadata description = 'Lets the app empty the cache of the public site, and do nothing else with Front Door.'

@description('Name of the profile.')
param profileName string

@description('Name of the endpoint.')
param endpointName string

@description('Principal id of the identity of the app.')
param principalId string

// No built-in role is as narrow.
resource purger 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'cache-purge')
  properties: {
    assignableScopes: [
      resourceGroup().id
    ]
    description: 'May empty the cache of a Front Door endpoint.'
    permissions: [
      {
        actions: [
          'Microsoft.Cdn/profiles/afdEndpoints/purge/action'
        ]
      }
    ]
    roleName: 'Front Door cache purge (${profileName})'
    type: 'CustomRole'
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' existing = {
  name: '${profileName}/${endpointName}'
}

resource onEndpoint 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: endpoint
  name: guid(endpoint.id, purger.id, principalId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: purger.id
  }
}
