import { tagSet } from 'types.bicep'

metadata description = 'Front Door before the public site: a domain of the city, security headers, and a firewall. Optional.'

@description('Name of the profile.')
param profileName string

@description('Name of the endpoint.')
param endpointName string

@description('Name of the firewall policy.')
param firewallName string

@description('Tags of the resources.')
param tags tagSet

@description('Domain of the city; empty for the name that Azure gives.')
param domain string

@description('Host name of the static website.')
param siteHost string

@description('Principal id of the identity of the app, which may empty the cache.')
param principalId string

@description('Log Analytics workspace that receives the logs.')
param workspaceId string

var hasDomain = !empty(domain)

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: profileName
  location: 'global'
  tags: tags
  sku: {
    name: 'Standard_AzureFrontDoor'
  }
  properties: {
    // Requests are not logged (below). Should they be one day, nobody needs to know which reader read what.
    logScrubbing: {
      scrubbingRules: [
        {
          matchVariable: 'RequestIPAddress'
          selectorMatchOperator: 'EqualsAny'
          state: 'Enabled'
        }
      ]
      state: 'Enabled'
    }
    originResponseTimeoutSeconds: 30
  }

  resource endpoint 'afdEndpoints' = {
    name: endpointName
    location: 'global'
    tags: tags
    properties: {
      enabledState: 'Enabled'
    }
  }

  resource origins 'originGroups' = {
    name: 'site'
    properties: {
      loadBalancingSettings: {
        sampleSize: 4
        successfulSamplesRequired: 3
      }
    }

    resource site 'origins' = {
      name: 'static-website'
      properties: {
        enabledState: 'Enabled'
        enforceCertificateNameCheck: true
        hostName: siteHost
        httpsPort: 443
        originHostHeader: siteHost
      }
    }
  }

  resource customDomain 'customDomains' = if (hasDomain) {
    name: 'city'
    properties: {
      hostName: domain
      tlsSettings: {
        certificateType: 'ManagedCertificate'
        minimumTlsVersion: 'TLS12'
      }
    }
  }
}

module headers 'edge-headers.bicep' = {
  params: {
    profileName: profile.name
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'site'
  properties: {
    cacheConfiguration: {
      // Storage holds pages compressed, and serves them so.
      compressionSettings: {
        isCompressionEnabled: false
      }
      // Scripts read the query; files do not differ by it.
      queryStringCachingBehavior: 'IgnoreQueryString'
    }
    customDomains: hasDomain ? [{ id: profile::customDomain.id }] : []
    enabledState: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: hasDomain ? 'Disabled' : 'Enabled'
    originGroup: {
      id: profile::origins.id
    }
    patternsToMatch: [
      '/*'
    ]
    ruleSets: [
      {
        id: headers.outputs.ruleSetId
      }
    ]
    supportedProtocols: [
      'Http'
      'Https'
    ]
  }
  dependsOn: [
    profile::origins::site
  ]
}

module firewall 'edge-firewall.bicep' = {
  params: {
    domains: hasDomain
      ? [{ id: profile::endpoint.id }, { id: profile::customDomain.id }]
      : [{ id: profile::endpoint.id }]
    name: firewallName
    profileName: profile.name
    tags: tags
  }
}

module purge 'edge-purge.bicep' = {
  params: {
    endpointName: profile::endpoint.name
    principalId: principalId
    profileName: profile.name
  }
}

// What the firewall refused, with the address that it came from: that tells a flood from a city hall. Requests are not logged: who reads
// is nobody's business, and a busy day would use up the workspace's daily cap, which the alerts live on.
#disable-next-line use-recent-api-versions // the only one with categories of today
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: profile
  name: 'to-workspace'
  properties: {
    logs: [
      {
        category: 'FrontDoorWebApplicationFirewallLog'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
    workspaceId: workspaceId
  }
}

@description('Resource id of the endpoint: what a purge of the cache names.')
output endpointId string = profile::endpoint.id

@description('Host name that Azure gives; the domain of the city points to it (CNAME).')
output hostName string = profile::endpoint.properties.hostName

@description('Proof of the domain, for the TXT record _dnsauth; empty without a domain.')
output domainProof string = hasDomain
  ? profile::customDomain!.properties.validationProperties.?validationToken ?? ''
  : ''
