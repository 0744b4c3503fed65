using Bunit;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Tests.Components.Elements;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("Newest: {0} at {1}.", "Newest: <b>a</b> at <b>b</b>.")]
    [InlineData("{1}，{0}", "<b>b</b>，<b>a</b>")]
    [InlineData("no places", "no places")]
    [InlineData("{0} and {7}", "<b>a</b> and ")]
    [InlineData("a { b } {x}", "a { b } {x}")]
    public void Render_Places_AreFilledInTheOrderOfTheText(string text, string expected)
    {
        using var context = new BunitContext();

        var phrase = context.Render<Phrase>(parameters => parameters.Add(p => p.Text, text).Add(p => p.Parts, [Bold("a"), Bold("b")]));

        Assert.Equal(expected, phrase.Markup);
    }

    private static RenderFragment Bold(string text) => builder =>
    {
        builder.OpenElement(0, "b");
        builder.AddContent(1, text);
        builder.CloseElement();
    };
}
