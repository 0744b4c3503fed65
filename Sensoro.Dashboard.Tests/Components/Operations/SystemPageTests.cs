using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Operations;
using Sensoro.Dashboard.Diagnostics;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Operations;

/// <summary>The page about the program itself.</summary>
public sealed class SystemPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_WithPushes_CountsThemAndMeasuresTheFiles()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("A", "1", """{"temperature":21.5}"""), Stored.Sensor("A", "2", """{"temperature":22}"""));
        stage.Services.GetRequiredService<PipelineStatus>().CountStored();

        var page = stage.Render<SystemPage>();

        page.WaitForAssertion(() => Assert.Contains("2, since", page.Find("[data-testid=storage]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("1", page.Find("[data-testid=stored]").TextContent);
        var folded = stage.Services.GetRequiredService<PipelineStatus>().FoldedId;
        Assert.Equal($"{2 - folded}", page.Find("[data-testid=unfolded]").TextContent);
        Assert.Equal("Pushes are stored and folded.", page.Find("[data-testid=system-sentence]").TextContent.Trim());
    }

    [Fact]
    public async Task Page_LogFails_SaysSoFirst()
    {
        await using var stage = new PageStage();
        stage.Services.GetRequiredService<PipelineStatus>().SetLogFailing(true);

        var page = stage.Render<SystemPage>();

        Assert.Contains("cannot be written", page.Find("[data-testid=system-sentence]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_StorageCannotBeRead_SaysItThereAndCanBeAskedAgain()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("A", "1", """{"temperature":21.5}"""));
        stage.Hide("messages");
        var page = stage.Render<SystemPage>();
        page.WaitForElement("[data-testid=storage] .btn", Patience);

        stage.PutBack("messages");
        page.Find("[data-testid=storage] .btn").Click();

        page.WaitForAssertion(() => Assert.Contains("1, since", page.Find("[data-testid=storage]").TextContent, StringComparison.Ordinal), Patience);
    }
}
