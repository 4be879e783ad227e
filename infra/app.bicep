import { identityReference, siteOptions, tagSet } from 'types.bicep'

metadata description = 'The app: what it may do, where it runs, how it is set, and who signs in.'

@description('Name of the function app.')
param name string

@description('Name of its plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags tagSet

@description('The identity that it runs as.')
param identity identityReference

@description('Name of the data account.')
param dataName string

@description('Name of the account whose data the app uses: the data account, or that of an installation whose region was lost.')
param usedDataName string

@description('Name of the site account.')
param siteName string

@description('Name of Application Insights.')
param insightsName string

@description('Connection string of Application Insights.')
param connectionString string

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

@description('Address of the blob container that the app is deployed to.')
param packageContainer string

@description('Subnet that the app joins; empty for none.')
param subnetId string

@description('Address ranges from which staff may reach the app; empty for all.')
param staffIpRanges string[]

@description('Application (client) id of the app registration that staff sign in with.')
param entraClientId string

@description('When the nightly publication runs: six fields, UTC.')
param nightlySchedule string

@description('Reporting year that a new installation opens.')
param reportingYear string

@description('Resource id of the Front Door endpoint whose cache the app empties; empty for none.')
param frontDoorEndpoint string

@description('Public site.')
param publicSite siteOptions

module roles 'roles.bicep' = {
  params: {
    dataName: dataName
    insightsName: insightsName
    principalId: identity.principalId
    siteName: siteName
  }
}

module functionApp 'function-app.bicep' = {
  params: {
    identityId: identity.id
    location: location
    name: name
    packageContainer: packageContainer
    planName: planName
    staffIpRanges: staffIpRanges
    subnetId: subnetId
    tags: tags
    workspaceId: workspaceId
  }
  dependsOn: [
    roles
  ]
}

module settings 'settings.bicep' = {
  params: {
    appName: name
    connectionString: connectionString
    dataName: usedDataName
    frontDoorEndpoint: frontDoorEndpoint
    identityClientId: identity.clientId
    nightlySchedule: nightlySchedule
    publicSite: publicSite
    reportingYear: reportingYear
    siteName: siteName
  }
  dependsOn: [
    functionApp
  ]
}

module signIn 'sign-in.bicep' = {
  params: {
    appName: name
    clientId: entraClientId
  }
  dependsOn: [
    settings
  ]
}

@description('Host name of the app.')
output hostName string = functionApp.outputs.hostName
