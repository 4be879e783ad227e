using 'main.bicep'

// azd reads these from its environment (azd env set NAME VALUE). Those without a default must be set before the first `azd up`.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'japaneast')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param alertEmails = split(readEnvironmentVariable('ALERT_EMAILS'), ',')

param nightlySchedule = readEnvironmentVariable('NIGHTLY_SCHEDULE', '0 0 17 * * *')
param reportingYear = readEnvironmentVariable('REPORTING_YEAR', '2018')
var siteUrl = readEnvironmentVariable('SITE_URL', '')
param publicSite = {
  sku: readEnvironmentVariable('SITE_SKU', 'Standard_ZRS')
  url: empty(siteUrl) || startsWith(siteUrl, 'https://') && endsWith(siteUrl, '/')
    ? siteUrl
    : fail('SITE_URL must begin with https:// and end with a slash.')
  dataLicense: readEnvironmentVariable('DATA_LICENSE', '')
  nextUpdate: readEnvironmentVariable('NEXT_UPDATE', '')
  feedbackUrl: readEnvironmentVariable('FEEDBACK_URL', '')
}

param edge = {
  enabled: bool(readEnvironmentVariable('EDGE', 'false'))
  domain: readEnvironmentVariable('EDGE_DOMAIN', '')
}

param virtualNetwork = bool(readEnvironmentVariable('VIRTUAL_NETWORK', 'false'))
param staffIpRanges = filter(split(readEnvironmentVariable('STAFF_IP_RANGES', ''), ','), range => !empty(range))

var budgetAmount = int(readEnvironmentVariable('BUDGET_AMOUNT', '10000'))
var budgetStart = readEnvironmentVariable('BUDGET_START', '')
param monthlyBudget = {
  amount: budgetAmount
  start: budgetAmount == 0 || endsWith(budgetStart, '-01')
    ? budgetStart
    : fail('BUDGET_START must be the first day of a month, as yyyy-MM-01: Azure cannot change it later. BUDGET_AMOUNT 0 is no budget.')
}

param logs = {
  retentionDays: int(readEnvironmentVariable('LOG_RETENTION_DAYS', '90'))
  dailyCapGb: int(readEnvironmentVariable('LOG_DAILY_CAP_GB', '1'))
}

param dataAccount = {
  sku: readEnvironmentVariable('DATA_SKU', 'Standard_GZRS')
  softDeleteDays: int(readEnvironmentVariable('SOFT_DELETE_DAYS', '30'))
  versionDays: int(readEnvironmentVariable('VERSION_DAYS', '30'))
  lock: bool(readEnvironmentVariable('DELETE_LOCK', 'true'))
  usedInstead: readEnvironmentVariable('DATA_ACCOUNT', '')
}
