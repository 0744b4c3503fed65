using System.Collections.Concurrent;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Remembers when tokens were used, until the worker writes it down: no request waits for that.</summary>
internal sealed class TokenUses(ApiTokens tokens, TimeProvider time)
{
    private ConcurrentDictionary<long, DateTimeOffset> _uses = new();

    public void Note(long id) => Volatile.Read(ref _uses)[id] = time.GetUtcNow();

    /// <summary>Writes down what was noted since the last time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var uses = Interlocked.Exchange(ref _uses, new ConcurrentDictionary<long, DateTimeOffset>());
        if (!uses.IsEmpty)
        {
            await tokens.NoteUsesAsync(uses, cancellationToken);
        }
    }
}
