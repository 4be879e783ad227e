using '../../infra/main.bicep'

// Everything that can be switched on is on.
param environmentName = 'kawasaki'
param location = 'japaneast'
param entraClientId = '11111111-2222-3333-4444-555555555555'
param alertEmails = ['it@city.example', 'care@city.example']
param nightlySchedule = '0 0 17 * * *'
param reportingYear = '2026'
param publicSite = {
  sku: 'Standard_GRS'
  url: ''
  dataLicense: 'https://creativecommons.org/licenses/by/4.0/deed.ja'
  nextUpdate: '2019-08-01'
  feedbackUrl: 'https://form.example/?figure={id}'
}
param edge = {
  enabled: true
  domain: 'care.city.example'
}
param virtualNetwork = true
param staffIpRanges = ['192.0.2.0/24', '198.51.100.0/24']
param monthlyBudget = {
  amount: 20000
  start: '2026-04-01'
}
param logs = {
  retentionDays: 365
  dailyCapGb: 2
}
param dataAccount = {
  sku: 'Standard_ZRS'
  softDeleteDays: 14
  versionDays: 60
  lock: true
  usedInstead: 'stdataofalostregion'
}
