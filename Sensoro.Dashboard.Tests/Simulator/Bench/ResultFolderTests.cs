using System.Text.Json;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class ResultFolderTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using var folder = new TemporaryFolder();
        var result = BenchResults.Pushes();

        ResultFolder.Write(result, folder.File("deep/er/result.json"));

        Assert.Equal(
            JsonSerializer.Serialize(result, BenchJson.Indented.BenchResult),
            JsonSerializer.Serialize(ResultFolder.Read(folder.File("deep/er/result.json")), BenchJson.Indented.BenchResult));
    }

    [Fact]
    public void Newest_SeveralOfAKind_GivesTheLastOfEachInTheOrderOfTheKinds()
    {
        using var folder = new TemporaryFolder();
        var results = new ResultFolder(folder.Path);
        var first = BenchResults.Pushes();
        var second = BenchResults.Pushes(first.Origin.At.AddDays(1));
        var live = first with { Kind = BenchKind.Live };
        foreach (var result in new[] { live, second, first })
        {
            ResultFolder.Write(result, results.FileOf(result));
        }

        Assert.Equal(["2026-11-27-pushes.json", "2026-11-26-live.json"], results.Newest().Select(static found => found.File), StringComparer.Ordinal);
    }

    [Fact]
    public void Newest_NoFolder_IsEmpty() => Assert.Empty(new ResultFolder("/nowhere/at/all").Newest());
}
