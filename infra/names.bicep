metadata description = 'Names of all resources, by the abbreviations of the Cloud Adoption Framework.'

@description('Names of the resources of an installation.')
type nameSet = {
  actionGroup: string
  app: string
  dataAccount: string
  endpoint: string
  firewall: string
  group: string
  identity: string
  insights: string
  plan: string
  profile: string
  siteAccount: string
  virtualNetwork: string
  workspace: string
}

@export()
@description('The names for an installation. The token makes those unique that all of Azure shares.')
func resourceNames(environmentName string, token string) nameSet => {
  actionGroup: 'ag-${environmentName}-${token}'
  app: 'func-${environmentName}-${token}'
  dataAccount: 'stdata${token}'
  endpoint: 'fde-${environmentName}-${token}'
  firewall: 'fdfp${token}'
  group: 'rg-${environmentName}'
  identity: 'id-${environmentName}-${token}'
  insights: 'appi-${environmentName}-${token}'
  plan: 'asp-${environmentName}-${token}'
  profile: 'afd-${environmentName}-${token}'
  siteAccount: 'stsite${token}'
  virtualNetwork: 'vnet-${environmentName}-${token}'
  workspace: 'log-${environmentName}-${token}'
}

@export()
@description('Id of the subnet of the app, which is known before the network exists.')
func appSubnetId(subscriptionId string, names nameSet) string =>
  resourceId(subscriptionId, names.group, 'Microsoft.Network/virtualNetworks/subnets', names.virtualNetwork, 'snet-app')

@export()
@description('Id of the Front Door endpoint, which is known before Front Door exists.')
func frontDoorEndpointId(subscriptionId string, names nameSet) string =>
  resourceId(subscriptionId, names.group, 'Microsoft.Cdn/profiles/afdEndpoints', names.profile, names.endpoint)
