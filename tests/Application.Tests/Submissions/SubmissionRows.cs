using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Tests.Submissions;

internal static class SubmissionRows
{
    /// <summary>Writes a row as a process that died would have left it. Fails if somebody else has changed the row.</summary>
    public static async Task<Submission> WriteAsync(this SubmissionStore store, Submission row) =>
        Assert.IsType<Written<Submission>>(await store.UpdateAsync(row, default)).Value;
}
