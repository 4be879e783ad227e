import { appSubnetId, frontDoorEndpointId, resourceNames } from 'names.bicep'
import { budgetOptions, dataOptions, edgeOptions, logOptions, siteOptions } from 'types.bicep'

targetScope = 'subscription'

metadata description = 'One installation of KawasakiServerless: a resource group and everything in it.'

@description('Name of the installation. It is part of the names of all resources.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Azure region.')
param location string = 'japaneast'

@description('Application (client) id of the app registration that staff sign in with.')
@minLength(36)
@maxLength(36)
param entraClientId string

@description('Who gets a mail when an alert fires.')
@minLength(1)
param alertEmails string[]

@description('When the nightly publication runs: six fields, UTC.')
param nightlySchedule string

@description('Reporting year that a new installation opens.')
@minLength(4)
@maxLength(4)
param reportingYear string

@description('Public site.')
param publicSite siteOptions

@description('Front Door.')
param edge edgeOptions

@description('Joins the app to a virtual network and closes the data account to everything else.')
param virtualNetwork bool

@description('Address ranges from which staff may reach the app; empty for all.')
param staffIpRanges string[]

@description('Budget.')
param monthlyBudget budgetOptions

@description('Logs and metrics.')
param logs logOptions

@description('Data account.')
param dataAccount dataOptions

var names = resourceNames(environmentName, uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
  application: 'KawasakiServerless'
}

// Known before either exists, so that what a deployment would do can be told beforehand.
var subnetId = virtualNetwork ? appSubnetId(subscription().subscriptionId, names) : ''
var frontDoorEndpoint = edge.enabled ? frontDoorEndpointId(subscription().subscriptionId, names) : ''

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.group
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: {
    location: location
    name: names.identity
    tags: tags
  }
}

module observability 'observability.bicep' = {
  scope: group
  params: {
    actionGroupName: names.actionGroup
    alertEmails: alertEmails
    insightsName: names.insights
    location: location
    options: logs
    tags: tags
    workspaceName: names.workspace
  }
}

module network 'network.bicep' = if (virtualNetwork) {
  scope: group
  params: {
    location: location
    name: names.virtualNetwork
    tags: tags
  }
}

module data 'storage.bicep' = {
  scope: group
  params: {
    location: location
    name: names.dataAccount
    options: dataAccount
    subnetId: subnetId
    tags: tags
    workspaceId: observability.outputs.workspaceId
  }
  dependsOn: [
    network
  ]
}

module site 'public-site.bicep' = {
  scope: group
  params: {
    accountName: names.siteAccount
    address: publicSite.url
    edge: edge
    endpointName: names.endpoint
    firewallName: names.firewall
    location: location
    #disable-next-line what-if-short-circuiting // Role assignments are named by it, and nothing else hangs on the forecast.
    principalId: identity.outputs.reference.principalId
    profileName: names.profile
    sku: publicSite.sku
    tags: tags
    workspaceId: observability.outputs.workspaceId
  }
}

module app 'app.bicep' = {
  scope: group
  params: {
    connectionString: observability.outputs.connectionString
    dataName: names.dataAccount
    entraClientId: entraClientId
    frontDoorEndpoint: frontDoorEndpoint
    #disable-next-line what-if-short-circuiting // as above
    identity: identity.outputs.reference
    insightsName: names.insights
    location: location
    name: names.app
    nightlySchedule: nightlySchedule
    packageContainer: data.outputs.packageContainer
    planName: names.plan
    publicSite: union(publicSite, { url: site.outputs.address })
    reportingYear: reportingYear
    siteName: names.siteAccount
    staffIpRanges: staffIpRanges
    subnetId: subnetId
    tags: tags
    usedDataName: empty(dataAccount.usedInstead) ? names.dataAccount : dataAccount.usedInstead
    workspaceId: observability.outputs.workspaceId
  }
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    actionGroupId: observability.outputs.actionGroupId
    appName: names.app
    budget: monthlyBudget
    dataName: names.dataAccount
    insightsName: names.insights
    location: location
    siteAddress: site.outputs.address
    siteName: names.siteAccount
    tags: tags
    workspaceId: observability.outputs.workspaceId
  }
  dependsOn: [
    data
  ]
}

@description('Name of the resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Address of the staff portal.')
output PORTAL_URL string = 'https://${app.outputs.hostName}/staff/'

@description('Public address of the site.')
output SITE_ADDRESS string = site.outputs.address

@description('For the app registration: where sign-in comes back to.')
output SIGN_IN_REDIRECT_URI string = 'https://${app.outputs.hostName}/.auth/login/aad/callback'

@description('For the federated credential of the app registration: issuer.')
output FEDERATED_CREDENTIAL_ISSUER string = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'

@description('For the federated credential of the app registration: subject.')
output FEDERATED_CREDENTIAL_SUBJECT string = identity.outputs.reference.principalId

@description('Front Door: where the domain of the city points to (CNAME); empty without Front Door.')
output EDGE_HOST_NAME string = site.outputs.edgeHostName

@description('Front Door: the TXT record _dnsauth of the domain; empty without one.')
output EDGE_DOMAIN_PROOF string = site.outputs.edgeDomainProof
