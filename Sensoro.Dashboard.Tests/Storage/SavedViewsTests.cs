using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>The lists that staff have named.</summary>
public sealed class SavedViewsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_OfTwo_ListsThemInTheirOrderWithTidyNames()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();

        await views.AddAsync("  Cold \t\n rooms\u0007 ", "tag=cold%20chain", Cancelled);
        await views.AddAsync("夜班", "view=lost&density=comfortable", Cancelled);

        Assert.Equal(
            [("Cold rooms", "tag=cold%20chain"), ("夜班", "view=lost&density=comfortable")],
            (await views.ListAsync(Cancelled)).Select(static view => (view.Name, view.Query)));
    }

    [Theory]
    [InlineData("", SavedViewFault.NameMissing)]
    [InlineData(" \t\n ", SavedViewFault.NameMissing)]
    [InlineData("12345678901234567890123456789012345678901", SavedViewFault.NameTooLong)]
    [InlineData(" 1234567890123456789012345678901234567890 ", SavedViewFault.None)]
    [InlineData("cold ROOMS", SavedViewFault.NameTaken)]
    public async Task Add_WithAName_AcceptsWhatCanBeTold(string name, SavedViewFault expected)
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        await views.AddAsync("Cold rooms", "", Cancelled);

        Assert.Equal(expected, (await views.AddAsync(name, "", Cancelled)).Fault);
        Assert.Equal(expected == SavedViewFault.None ? 2 : 1, storage.InState<int>("SELECT count(*) FROM saved_views"));
    }

    [Fact]
    public async Task Add_BeyondTheBounds_IsRefused()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        Assert.Equal(SavedViewFault.TooLong, (await views.AddAsync("Long", new string('q', SavedViews.LongestQuery + 1), Cancelled)).Fault);
        for (var i = 0; i < SavedViews.Most; i++)
        {
            await views.AddAsync($"View {i}", "", Cancelled);
        }

        Assert.Equal(SavedViewFault.TooMany, (await views.AddAsync("One more", "", Cancelled)).Fault);
        Assert.Equal(SavedViews.Most, (await views.ListAsync(Cancelled)).Count);
    }

    [Fact]
    public async Task Rename_ToAFreeName_KeepsThePlaceAndTellsWhatWas()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        var first = Assert.IsType<SavedView>((await views.AddAsync("First", "q=1", Cancelled)).View);
        await views.AddAsync("Second", "q=2", Cancelled);

        Assert.Equal(first, (await views.RenameAsync(first.Id, "FIRST", Cancelled)).View);
        Assert.Equal(SavedViewFault.NameTaken, (await views.RenameAsync(first.Id, "second", Cancelled)).Fault);
        Assert.Equal(SavedViewFault.NameMissing, (await views.RenameAsync(first.Id, " ", Cancelled)).Fault);
        Assert.Equal(SavedViewFault.Gone, (await views.RenameAsync(77, "Third", Cancelled)).Fault);
        Assert.Equal(["FIRST", "Second"], (await views.ListAsync(Cancelled)).Select(static view => view.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Restore_OfARemovedView_PutsItBackWhereItWas()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        var first = Assert.IsType<SavedView>((await views.AddAsync("First", "q=1", Cancelled)).View);
        var second = Assert.IsType<SavedView>((await views.AddAsync("Second", "q=2", Cancelled)).View);

        var removed = await views.RemoveAsync(first.Id, Cancelled);
        Assert.Equal([second], await views.ListAsync(Cancelled));
        Assert.Equal(SavedViewFault.Gone, (await views.RemoveAsync(first.Id, Cancelled)).Fault);

        Assert.Equal(SavedViewFault.None, (await views.RestoreAsync(Assert.IsType<SavedView>(removed.View), Cancelled)).Fault);
        Assert.Equal([first, second], await views.ListAsync(Cancelled));
    }

    [Fact]
    public async Task Restore_WhenTheNameHasBeenGivenAway_IsRefused()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        var first = Assert.IsType<SavedView>((await views.AddAsync("First", "q=1", Cancelled)).View);
        await views.RemoveAsync(first.Id, Cancelled);
        await views.AddAsync("first", "q=2", Cancelled);

        Assert.Equal(SavedViewFault.NameTaken, (await views.RestoreAsync(first, Cancelled)).Fault);
    }

    [Fact]
    public async Task Add_OfOneNameByManyAtOnce_TakesOne()
    {
        await using var storage = Stage();
        var views = storage.Get<SavedViews>();
        await views.AddAsync("Day", "", Cancelled);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => views.AddAsync("Night", $"q={i}", Cancelled), Cancelled)));

        Assert.Single(made, static change => change.Fault == SavedViewFault.None);
        Assert.Equal(["Day", "Night"], (await views.ListAsync(Cancelled)).Select(static view => view.Name), StringComparer.Ordinal);
    }

    private static TemporaryStorage Stage()
    {
        var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"));
        return storage;
    }
}
