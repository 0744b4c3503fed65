using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Links;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>Connections break at any byte, of the request or of the answer, stay half open, or carry one byte at a time.</summary>
internal sealed class CutScenario(Arena arena) : IScenario
{
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> StrikeAsync(CancellationToken cancellationToken)
    {
        await using var dashboard = await arena.StartAsync(Surroundings.Usual, cancellationToken);
        await using var link = new FaultyLink(dashboard.Port, arena.Random.Next(), arena.Time);
        await using var sender = await arena.SendAsync(link.Port, cancellationToken);
        await sender.PassAsync(TimeSpan.FromSeconds(arena.Options.Longest), cancellationToken);
        var counts = await sender.StopAsync(cancellationToken);
        if (counts.Unavailable > 0)
        {
            arena.Found.Add(Rule.Recovery, string.Create(CultureInfo.InvariantCulture, $"{counts.Unavailable} × 5xx although only connections broke"));
        }

        await dashboard.Process.StopAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{link.Count(LinkFault.CutRequest):N0} connections cut in a request, {link.Count(LinkFault.CutAnswer):N0} in an answer, {link.Count(LinkFault.HalfOpen):N0} half open, {link.Count(LinkFault.Trickle):N0} byte by byte, {link.Count(LinkFault.None):N0} whole; {counts.Unanswered:N0} requests without an answer");
    }
}
