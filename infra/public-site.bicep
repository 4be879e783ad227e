import { edgeOptions, redundancy, tagSet } from 'types.bicep'

metadata description = 'The public site: its account and, if wanted, Front Door before it.'

@description('Name of the site account.')
param accountName string

@description('Redundancy of the account.')
param sku redundancy

@description('Public address, where it is known already; empty to find it.')
param address string

@description('Front Door.')
param edge edgeOptions

@description('Name of the Front Door profile.')
param profileName string

@description('Name of the Front Door endpoint.')
param endpointName string

@description('Name of the firewall policy.')
param firewallName string

@description('Azure region.')
param location string

@description('Principal id of the identity of the app.')
param principalId string

@description('Tags of the resources.')
param tags tagSet

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

module site 'site.bicep' = {
  params: {
    location: location
    name: accountName
    sku: sku
    tags: tags
    workspaceId: workspaceId
  }
}

module front 'edge.bicep' = if (edge.enabled) {
  params: {
    domain: edge.domain
    endpointName: endpointName
    firewallName: firewallName
    principalId: principalId
    profileName: profileName
    siteHost: split(site.outputs.webEndpoint, '/')[2]
    tags: tags
    workspaceId: workspaceId
  }
}

var edgeAddress = empty(edge.domain) ? 'https://${front!.outputs.hostName}/' : 'https://${edge.domain}/'

@description('Public address of the site, with a slash at its end.')
output address string = !empty(address) ? address : edge.enabled ? edgeAddress : site.outputs.webEndpoint

@description('Where the domain of the city points to (CNAME); empty without Front Door.')
output edgeHostName string = edge.enabled ? front!.outputs.hostName : ''

@description('The TXT record _dnsauth of the domain; empty without one.')
output edgeDomainProof string = edge.enabled ? front!.outputs.domainProof : ''
