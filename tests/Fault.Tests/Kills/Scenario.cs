using System.Net;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Promise;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>An operation during which the app is killed at a storage call, at a different call in each round.</summary>
internal abstract class Scenario(MortalCity city)
{
    /// <summary>The kinds of storage calls that an operation makes by the hundred, all in the same way.</summary>
    public static readonly IReadOnlySet<string> Bulk = new HashSet<string>(
        ["PUT content", "PUT $web", "DELETE $web", "DELETE content"], StringComparer.Ordinal);

    protected MortalCity City { get; } = city;

    protected Settled Promise { get; } = new(city.View);

    /// <summary>Prepares an empty store for the first round.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Prepares the store for a round.</summary>
    /// <param name="round">The number of the round, from 1.</param>
    public abstract Task BeginAsync(int round);

    /// <summary>Runs the operation until the app makes no more storage calls for it.</summary>
    public abstract Task ActAsync();

    /// <summary>Checks the store as the dead process left it, and returns what is wrong with it.</summary>
    public abstract Task<IEnumerable<string>> AfterDeathAsync();

    /// <summary>Does what people and timers do after the restart, then checks the store and returns what is wrong with it.</summary>
    public abstract Task<IEnumerable<string>> AfterRestartAsync();

    protected Task FireAsync(string function) => City.FireAsync(function);

    protected async Task<HttpStatusCode> SubmitAsync(string department, byte[] workbook, params HttpStatusCode[] expected)
    {
        using var answer = await City.UploadAsync(department, workbook);
        return expected.Contains(answer.StatusCode) ? answer.StatusCode
            : throw new InvalidOperationException(
                $"The upload was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
