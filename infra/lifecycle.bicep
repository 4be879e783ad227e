metadata description = 'How long the data account keeps what nobody needs any more.'

@description('Name of the data account.')
param accountName string

@description('How many days storage keeps earlier versions of a blob.')
param versionDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          // The sweep removes a check after a day; this is for the case that no sweep runs.
          name: 'checks'
          type: 'Lifecycle'
          definition: {
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 2
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 1
                }
              }
            }
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'checks/'
              ]
            }
          }
        }
        {
          name: 'versions'
          type: 'Lifecycle'
          definition: {
            actions: {
              snapshot: {
                delete: {
                  daysAfterCreationGreaterThan: versionDays
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: versionDays
                }
              }
            }
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
          }
        }
      ]
    }
  }
}
