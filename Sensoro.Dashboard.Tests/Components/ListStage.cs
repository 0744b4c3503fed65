using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.Labels;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Components;

/// <summary>A page without a browser on the program's own storage and feed. The clock stands at noon and moves only by hand.</summary>
internal sealed class ListStage : IAsyncDisposable
{
    public ListStage()
    {
        Clock = new FakeTimeProvider(Sensoro.Dashboard.Tests.Storage.Messages.Noon);
        Storage = Folding.NewStorage(Clock);
        Storage.Get<SqliteDatabase>().EnsureReady();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddLocalization();
        Context.Services.AddMudServices();
        Context.Services.AddSingleton<TimeProvider>(Clock);
        Share<LiveFeed>();
        Share<DeviceQueries>();
        Share<FleetQueries>();
        Share<TaskQueries>();
        Share<TaskLinks>();
        Share<SavedViews>();
        Share<DeviceEdits>();
        Context.Services.AddTransient<UndoOffer>();
        Context.Services.AddScoped<LabelChange>();
        Context.Services.AddScoped<ViewChange>();
        Context.Services.AddScoped<LookMemory>();

        // This makes the services: nothing can be added after it.
        Context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public BunitContext Context { get; } = new();

    public FakeTimeProvider Clock { get; }

    public TemporaryStorage Storage { get; }

    /// <summary>Folds messages as the program does, and publishes what changed and the new counts; without messages only the counts.</summary>
    public async Task FoldAsync(params IReadOnlyList<NewMessage> messages)
    {
        var update = messages.Count > 0 ? Storage.Fold(messages) : new FeedUpdate { Cursor = Storage.State.Cursor };
        var counts = await Storage.Get<FleetQueries>().CountAsync(Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Storage.Get<LiveFeed>().Publish(update with { Counts = counts });
    }

    /// <summary>Types into a field and lets time pass until the typing counts as finished.</summary>
    public async Task TypeAsync<T>(IRenderedComponent<T> page, string testId, string text)
        where T : IComponent
    {
        var typing = page.Find($"[data-testid={testId}]").InputAsync(text);

        // What is asked of the page now comes after the letter: when it is done, the page waits for the clock.
        await page.InvokeAsync(static () => { });
        Clock.Advance(TypingPause.Length);
        await typing;
    }

    /// <summary>Runs a statement on the state's file.</summary>
    public void InState(string sql) => SqliteReading.Execute(Storage.StateFile, sql);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Storage.DisposeAsync();
    }

    private void Share<T>()
        where T : class => Context.Services.AddSingleton(Storage.Get<T>());
}
