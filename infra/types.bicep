metadata description = 'Types that several files share.'

@export()
@description('Tags by name.')
type tagSet = {
  *: string
}

@export()
@description('How many copies of an account there are, and where: in zones (Z) of a region that has them, in a second region (G).')
type redundancy = 'Standard_GZRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_LRS'

@export()
@description('What the public site says and where it stands.')
type siteOptions = {
  @description('Redundancy of its account.')
  sku: redundancy

  @description('Public address, from https:// to a slash at its end; empty for what there is: domain, Front Door or static website.')
  url: string

  @description('Address of the licence of the open data; empty for none.')
  dataLicense: string

  @description('Day on which the next update is due, such as 2019-08-01; empty when it is not known.')
  nextUpdate: string

  @description('Where readers write about a figure; empty for the site itself.')
  feedbackUrl: string
}

@export()
@description('The data account: how many copies there are, and how long it keeps what was deleted or replaced.')
type dataOptions = {
  @description('Redundancy.')
  sku: redundancy

  @description('How many days storage keeps what was deleted, and each version that the lifecycle deleted: so long can both be put back.')
  @minValue(7)
  @maxValue(365)
  softDeleteDays: int

  @description('How many days after it was written, not after it was replaced, the lifecycle deletes an earlier version of a blob.')
  @minValue(7)
  @maxValue(365)
  versionDays: int

  @description('Whether a lock keeps the account from being deleted.')
  lock: bool

  @description('Name of the account whose data the app uses instead, after the region of that account was lost; empty for this account.')
  usedInstead: string
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

  @description('First day of the first month, as yyyy-MM-01; it cannot be changed later.')
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
