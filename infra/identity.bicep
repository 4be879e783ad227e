import { identityReference, tagSet } from 'types.bicep'

metadata description = 'The identity of the function app: user-assigned, so that its rights exist before the app starts for the first time.'

@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags of the resource.')
param tags tagSet

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('The identity, as others name it.')
output reference identityReference = {
  id: identity.id
  clientId: identity.properties.clientId
  principalId: identity.properties.principalId
}
