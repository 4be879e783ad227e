using System.Net;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Promise;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>An operation that is killed at one call after another.</summary>
internal abstract class Scenario(MortalCity city)
{
    /// <summary>Kinds of calls that an operation makes by the hundred, all alike.</summary>
    public static readonly IReadOnlySet<string> Bulk = new HashSet<string>(
        ["PUT content", "PUT $web", "DELETE $web", "DELETE content"], StringComparer.Ordinal);

    protected MortalCity City { get; } = city;

    protected Settled Promise { get; } = new(city.View);

    /// <summary>Brings an empty store to where the first round begins.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Brings the store to where a round begins.</summary>
    /// <param name="round">From 1.</param>
    public abstract Task BeginAsync(int round);

    /// <summary>The operation, until the app makes no more calls for it.</summary>
    public abstract Task ActAsync();

    /// <summary>What must hold of the store as the dead process left it.</summary>
    public abstract Task<IEnumerable<string>> AfterDeathAsync();

    /// <summary>After the restart: what people and timers do; then what must hold.</summary>
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
