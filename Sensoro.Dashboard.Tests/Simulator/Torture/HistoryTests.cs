using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Dashboard.Tests.Simulator.Torture;

public sealed class HistoryTests
{
    private readonly PushMint _mint = new(1, 1_790_000_000_000);

    [Fact]
    public async Task Add_Line_IsInTheFileWhenItCompletes()
    {
        using var folder = new TemporaryFolder();
        await using var history = new HistoryWriter(folder.File("history.txt"));

        await history.AddAsync("one");
        await Task.WhenAll(history.AddAsync("two"), history.AddAsync("three"));

        using var file = new FileStream(folder.File("history.txt"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        Assert.Equal("one\ntwo\nthree\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Read_WhatWasWritten_CountsEachAnswer()
    {
        var (good, forged) = (_mint.Make(10), _mint.Make(51));
        var history = new History();
        history.Read($"{Line(good)}{Line(good)}{Heard(good, 503)}{Heard(good, 200)}{Line(forged)}{Heard(forged, 401)}{Line(good)}{Heard(good, 0)}");

        Assert.Equal(52, history.Next);
        var record = history.Find(good.Identity);
        Assert.Equal((3, 1, 0, 1, 1, false), (record?.Sent, record?.Acknowledged, record?.Refused, record?.Unavailable, record?.Unanswered, record?.MustBeAbsent));
        Assert.Equal((1, 1, true), (history.Find(51)?.Sent, history.Find(51)?.Refused, history.Find(51)?.MustBeAbsent));
        Assert.Equal(good with { Body = default }, record?.Push);
    }

    [Fact]
    public async Task Read_SenderThatDiedInTheMiddleOfALine_StopsBeforeIt()
    {
        using var folder = new TemporaryFolder();
        var text = Line(_mint.Make(10)) + Line(_mint.Make(11));
        await File.WriteAllTextAsync(folder.File("history.txt"), text[..^9], TestContext.Current.CancellationToken);
        var history = new History();

        await history.ReadAsync(folder.File("history.txt"), TestContext.Current.CancellationToken);

        Assert.Equal(10, Assert.Single(history.Pushes).Push.Number);
    }

    private static string Line(TorturePush push) => HistoryLine.Of(push) + "\n";

    private static string Heard(TorturePush push, int status) => HistoryLine.Of(push.Number, status) + "\n";
}
