import { siteOptions } from 'types.bicep'

metadata description = 'App settings, which README.md explains. None holds a secret.'

@description('Name of the function app.')
param appName string

@description('Client id of the identity that the app runs as.')
param identityClientId string

@description('Name of the account whose data the app uses.')
param dataName string

@description('Name of the site account.')
param siteName string

@description('Connection string of Application Insights.')
param connectionString string

@description('When the nightly publication runs: six fields, UTC.')
param nightlySchedule string

@description('Reporting year that a new installation opens.')
param reportingYear string

@description('Resource id of the Front Door endpoint whose cache the app empties; empty for none.')
param frontDoorEndpoint string

@description('Public site, with its address.')
param publicSite siteOptions

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
    APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString
    // The host's own page at /, which names the platform and its version.
    AzureWebJobsDisableHomepage: 'true'
    AzureWebJobsStorage__accountName: dataName
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__credential: 'managedidentity'
    NIGHTLY_SCHEDULE: nightlySchedule
    // Sign-in proves who the app is by a token of the identity; there is no client secret.
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
    REPORTING_YEAR: reportingYear
    SITE_URL: publicSite.url
    SiteStorage__accountName: siteName
    ...(empty(publicSite.dataLicense) ? {} : { DATA_LICENSE: publicSite.dataLicense })
    ...(empty(frontDoorEndpoint) ? {} : { FRONT_DOOR_ENDPOINT: frontDoorEndpoint })
    ...(empty(publicSite.nextUpdate) ? {} : { NEXT_UPDATE: publicSite.nextUpdate })
    ...(empty(publicSite.feedbackUrl) ? {} : { FEEDBACK_URL: publicSite.feedbackUrl })
  }
}
