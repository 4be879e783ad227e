metadata description = 'Types that several files share.'

@export()
@description('Tags by name.')
type tagSet = {
  *: string
}

@export()
@description('What the public site says and where it stands.')
type siteOptions = {
  @description('Public address; empty for the domain, the Front Door endpoint, or the static website, whichever there is.')
  url: string

  @description('Address of the licence of the open data; empty for none.')
  dataLicense: string

  @description('Where readers write about a figure; empty for the site itself.')
  feedbackUrl: string
}

@export()
@description('How long the data account keeps what was deleted or replaced.')
type retentionOptions = {
  @description('How many days storage keeps what was deleted.')
  @minValue(7)
  @maxValue(365)
  softDeleteDays: int

  @description('How many days storage keeps earlier versions of a blob.')
  @minValue(7)
  @maxValue(365)
  versionDays: int

  @description('Whether a lock keeps the account from being deleted.')
  lock: bool
}

@export()
@description('Logs and metrics.')
type logOptions = {
  @description('How many days they are kept.')
  @minValue(30)
  @maxValue(730)
  retentionDays: int

  @description('Gigabytes a day after which nothing more is taken in until the next day.')
  @minValue(1)
  dailyCapGb: int
}

@export()
@description('Front Door before the public site.')
type edgeOptions = {
  @description('Whether there is one.')
  enabled: bool

  @description('Domain of the city; empty for the name that Azure gives.')
  domain: string
}

@export()
@description('A monthly budget.')
type budgetOptions = {
  @description('Amount for a month, in the currency of the bill; 0 for no budget.')
  @minValue(0)
  amount: int

  @description('First day of the first month, as yyyy-MM-dd; empty for this month.')
  start: string
}

@export()
@description('A resource, named by its id.')
type resourceReference = {
  id: string
}

@export()
@description('A user-assigned identity.')
type identityReference = {
  @description('Resource id.')
  id: string

  @description('The app names the identity by it when it asks for a token.')
  clientId: string

  @description('Roles are assigned to it, and the federated credential of the app registration names it.')
  principalId: string
}
