metadata description = 'How long the data account keeps what nobody needs any more.'

@description('Name of the data account.')
param accountName string

@description('How many days after it was written an earlier version of a blob is deleted.')
param versionDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

// Storage counts the days of a version from when it was written, not from when another replaced it. So the version of an old blob may be
// deleted on the day on which the blob is; how long it can still be put back, the account's soft delete says.
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
