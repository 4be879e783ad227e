using 'main.bicep'

// azd reads these from its environment (azd env set NAME VALUE). The two that have no default must be set before the first `azd up`.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'japaneast')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param alertEmails = split(readEnvironmentVariable('ALERT_EMAILS'), ',')

param nightlySchedule = readEnvironmentVariable('NIGHTLY_SCHEDULE', '0 0 17 * * *')
param reportingYear = readEnvironmentVariable('REPORTING_YEAR', '2018')
param publicSite = {
  url: readEnvironmentVariable('SITE_URL', '')
  dataLicense: readEnvironmentVariable('DATA_LICENSE', '')
  feedbackUrl: readEnvironmentVariable('FEEDBACK_URL', '')
}

param edge = {
  enabled: bool(readEnvironmentVariable('EDGE', 'false'))
  domain: readEnvironmentVariable('EDGE_DOMAIN', '')
}

param virtualNetwork = bool(readEnvironmentVariable('VIRTUAL_NETWORK', 'false'))
param staffIpRanges = filter(split(readEnvironmentVariable('STAFF_IP_RANGES', ''), ','), range => !empty(range))

param monthlyBudget = {
  amount: int(readEnvironmentVariable('BUDGET_AMOUNT', '10000'))
  start: readEnvironmentVariable('BUDGET_START', '')
}

param logs = {
  retentionDays: int(readEnvironmentVariable('LOG_RETENTION_DAYS', '90'))
  dailyCapGb: int(readEnvironmentVariable('LOG_DAILY_CAP_GB', '1'))
}

param retention = {
  softDeleteDays: int(readEnvironmentVariable('SOFT_DELETE_DAYS', '7'))
  versionDays: int(readEnvironmentVariable('VERSION_DAYS', '30'))
  lock: bool(readEnvironmentVariable('DELETE_LOCK', 'true'))
}
