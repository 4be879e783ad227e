using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using KawasakiServerless.Testing.Host.Messages;

namespace KawasakiServerless.Testing.Host;

/// <summary>Communicates with one worker process over gRPC, in the way the Functions host does.</summary>
internal sealed class WorkerChannel : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> invocations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> logs = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, RpcFunctionMetadata> unloaded = new(StringComparer.Ordinal);
    private Uri? http;

    /// <summary>Completes when all functions are loaded, with the address of the HTTP server of the .NET worker process.</summary>
    public Task<Uri> Ready => ready.Task;

    public IReadOnlyList<WorkerFunction> Functions { get; private set; } = [];

    /// <summary>What the .NET worker process logged, one entry for each message.</summary>
    public IReadOnlyCollection<string> Logs => logs;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var sending = SendAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Receive(message);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // The worker has ended.
        }

        toWorker.Writer.TryComplete();
        await sending;
        foreach (var invocation in invocations.Values)
            invocation.TrySetException(new IOException("The worker has ended."));
    }

    /// <summary>Tells the .NET worker process to run a function.</summary>
    /// <returns>The result of this invocation, available when the worker reports it.</returns>
    public Task<StatusResult> InvokeAsync(WorkerFunction function, string invocation, ParameterBinding? input = null)
    {
        var ended = invocations.GetOrAdd(invocation, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        var request = new InvocationRequest
        {
            InvocationId = invocation,
            FunctionId = function.Id,
            TraceContext = new() { TraceParent = $"00-{Guid.NewGuid():N}-{Guid.NewGuid().ToString("N")[..16]}-00" },
        };
        if (input is not null)
            request.InputData.Add(input);
        Send(new() { InvocationRequest = request });
        return ended.Task;
    }

    public void Cancel(string invocation) => Send(new() { InvocationCancel = new() { InvocationId = invocation } });

    public void Terminate(TimeSpan grace) =>
        Send(new() { WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) } });

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        toWorker.Writer.TryWrite(message);
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in toWorker.Reader.ReadAllAsync(cancellation))
                await worker.WriteAsync(message, cancellation);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The worker has ended.
        }
    }

    private void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                Send(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0" } });
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                http = new(message.WorkerInitResponse.Capabilities["HttpUri"]);
                Send(new() { FunctionsMetadataRequest = new() });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Load(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Loaded(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                var response = message.InvocationResponse;
                if (invocations.TryRemove(response.InvocationId, out var ended))
                    ended.TrySetResult(response.Result);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                logs.Enqueue($"{message.RpcLog.Level}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}".TrimEnd());
                break;
            default:
                break;
        }
    }

    private void Load(FunctionMetadataResponse response)
    {
        Functions = [.. response.FunctionMetadataResults.Select(WorkerFunction.Of)];
        foreach (var metadata in response.FunctionMetadataResults)
            unloaded.Add(metadata.FunctionId, metadata);
        foreach (var metadata in response.FunctionMetadataResults)
            Send(new() { FunctionLoadRequest = new() { FunctionId = metadata.FunctionId, Metadata = metadata } });
    }

    private void Loaded(FunctionLoadResponse response)
    {
        if (response.Result.Status != StatusResult.Types.Status.Success)
            ready.TrySetException(new InvalidOperationException($"A function was not loaded: {response.Result.Exception?.Message}"));
        unloaded.Remove(response.FunctionId);
        if (unloaded.Count == 0)
            ready.TrySetResult(http!);
    }
}
