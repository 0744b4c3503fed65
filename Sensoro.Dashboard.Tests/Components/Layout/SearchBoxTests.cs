using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Layout;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Layout;

public sealed class SearchBoxTests
{
    private const string First = "0117C5971A02F3E8";
    private const string Second = "0117C6A4DD8F6612";

    [Fact]
    public async Task Typing_TheEndOfAnSn_ListsTheDeviceWithThePartMarked()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();

        await TypeAsync(box, "02f3e8");

        var hit = Assert.Single(box.FindAll("[role=option]"));
        Assert.Equal("02F3E8", hit.QuerySelector("mark")?.TextContent);
        Assert.Equal("true", Field(box).GetAttribute("aria-expanded"));
        Assert.Equal(hit.Id, Field(box).GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Typing_AnSnWithSpacesAndLettersForDigits_FindsItAndSaysAsWhat()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();

        await TypeAsync(box, "Oll7 C597 lAO2 F3E8");

        Assert.Single(box.FindAll("[role=option]"));
        Assert.Contains(First, box.Find(".meant").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_TheIdOfATaskAndOfAMessage_ListsEachInItsGroup()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();

        await TypeAsync(box, "88120457");

        Assert.Equal(["Tasks", "Messages"], box.FindAll("[role=group] h2").Select(static head => head.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Keys_InTheList_WalkAroundItAndToItsEnds()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();
        await TypeAsync(box, "0117C");
        var seen = new List<string?>();

        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End" })
        {
            await PressAsync(box, key);
            seen.Add(Field(box).GetAttribute("aria-activedescendant"));
        }

        Assert.Equal(["hit-1", "hit-0", "hit-1", "hit-0", "hit-1"], seen, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(" 0117c5971a02f3e8 ", "/devices/" + First)]
    [InlineData("O117 C597 1AO2 F3E8", "/devices/" + First)]
    [InlineData("8f6612", "/devices/" + Second)]
    [InlineData("nobody", "/devices?q=nobody")]
    public async Task Enter_AfterTyping_OpensWhatIsMeant(string text, string path)
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();
        await TypeAsync(box, text);

        await PressAsync(box, "Enter");

        Assert.EndsWith(path, stage.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_ClosesTheListFirstAndThenEmptiesTheField()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();
        await TypeAsync(box, "0117");

        await PressAsync(box, "Escape");
        Assert.Empty(box.FindAll("[role=option]"));
        Assert.Equal("0117", Field(box).GetAttribute("value"));

        await PressAsync(box, "Escape");
        Assert.Equal("", Field(box).GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Typing_WhatNothingMatches_SaysSo()
    {
        await using var stage = Stage();
        var box = stage.Render<SearchBox>();

        await TypeAsync(box, "nothing at all");

        Assert.Contains("nothing at all", box.Find(".hits").TextContent, StringComparison.Ordinal);
        Assert.Equal("false", Field(box).GetAttribute("aria-expanded"));
    }

    private static PageStage Stage()
    {
        var stage = new PageStage();
        stage.Receive(
            Stored.Sensor(First, "1"), Stored.Sensor(Second, "88120457"), Stored.Task("88120457", "3"));
        return stage;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<SearchBox> box) => box.Find("input");

    /// <summary>Until the pause after the last letter, which does not pass while the clock stands still.</summary>
    private static async Task TypeAsync(IRenderedComponent<SearchBox> box, string text)
    {
        await Field(box).FocusInAsync(new FocusEventArgs());
        _ = Field(box).InputAsync(new ChangeEventArgs { Value = text });
        box.WaitForElement(".hits");
    }

    private static Task PressAsync(IRenderedComponent<SearchBox> box, string key) => Field(box).KeyDownAsync(new KeyboardEventArgs { Key = key });
}
