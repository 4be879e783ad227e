metadata description = 'Headers of the public site, which the static website cannot send itself: for security, and for programs that read it.'

@description('Name of the Front Door profile.')
param profileName string

// The policy is the one that every page carries (site/Shared/Frame.razor), and what a page cannot say: who may frame it.
var headers = {
  'Content-Security-Policy': join(
    [
      'default-src \'none\''
      'style-src \'self\''
      'script-src \'self\''
      'connect-src \'self\''
      'img-src \'self\''
      'base-uri \'none\''
      'form-action \'self\''
      'frame-ancestors \'none\''
    ],
    '; '
  )
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
  'Referrer-Policy': 'strict-origin-when-cross-origin'
  'Strict-Transport-Security': 'max-age=31536000'
  'X-Content-Type-Options': 'nosniff'
}

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource ruleSet 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = {
  parent: profile
  name: 'security'

  resource rule 'rules' = {
    name: 'headers'
    properties: {
      actions: [
        for header in items(headers): {
          name: 'ModifyResponseHeader'
          parameters: {
            headerAction: 'Overwrite'
            headerName: header.key
            typeName: 'DeliveryRuleHeaderActionParameters'
            value: header.value
          }
        }
      ]
      matchProcessingBehavior: 'Continue'
      order: 0
    }
  }

  // A rule has five actions at most. Everything on the site is public, so programs in the pages of other sites may read the open data.
  resource reading 'rules' = {
    name: 'reading'
    properties: {
      actions: [
        {
          name: 'ModifyResponseHeader'
          parameters: {
            headerAction: 'Overwrite'
            headerName: 'Access-Control-Allow-Origin'
            typeName: 'DeliveryRuleHeaderActionParameters'
            value: '*'
          }
        }
      ]
      matchProcessingBehavior: 'Continue'
      order: 1
    }
    dependsOn: [
      rule
    ]
  }
}

@description('Resource id of the rule set.')
output ruleSetId string = ruleSet.id
