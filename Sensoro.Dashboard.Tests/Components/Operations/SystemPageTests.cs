using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Components.Operations;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
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
        Assert.StartsWith("Messages 30 days, readings 400 days", page.Find("[data-testid=retention]").TextContent.Trim(), StringComparison.Ordinal);
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
    public async Task Page_WithAMessageSetAside_ShowsWhyAndHasItTriedAgain()
    {
        await using var stage = new PageStage();
        SqliteReading.Execute(stage.Storage.StateFile, "INSERT INTO set_aside_messages (message_id, sn, error, stack, tries, failed_at) VALUES (7, 'A1', 'SqliteException: broken', 'at Fold', 3, 0)");
        var page = stage.Render<SystemPage>();

        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-testid=set-aside-count]").TextContent), Patience);
        Assert.Contains("SqliteException: broken", page.Find("[data-testid=set-aside]").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of them could not be folded", page.Find("[data-testid=system-sentence]").TextContent, StringComparison.Ordinal);
        var retried = page.Find("[data-testid=retry-set-aside]").ClickAsync(new());
        var wish = await stage.Services.GetRequiredService<SetAsideMessages>().NextRetryAsync(TestContext.Current.CancellationToken);
        SqliteReading.Execute(stage.Storage.StateFile, "DELETE FROM set_aside_messages");
        wish.SetResult();
        await retried;

        Assert.Empty(page.FindAll("[data-testid=set-aside]"));
    }

    [Fact]
    public async Task Page_WhoseRetryFails_SaysSo()
    {
        await using var stage = new PageStage();
        SqliteReading.Execute(stage.Storage.StateFile, "INSERT INTO set_aside_messages (message_id, sn, error, stack, tries, failed_at) VALUES (7, NULL, 'x', 'y', 3, 0)");
        var page = stage.Render<SystemPage>();
        page.WaitForElement("[data-testid=retry-set-aside]", Patience);

        var retried = page.Find("[data-testid=retry-set-aside]").ClickAsync(new());
        (await stage.Services.GetRequiredService<SetAsideMessages>().NextRetryAsync(TestContext.Current.CancellationToken)).SetException(new StorageException("The disk is full."));
        await retried;

        Assert.NotEmpty(page.FindAll("[data-testid=set-aside] [role=alert]"));
    }

    [Fact]
    public async Task Page_WithABackup_TellsItsTimeAndSize()
    {
        await using var stage = new PageStage();
        stage.Services.GetRequiredService<BackupStatus>().Found(Backup(Stored.Noon.AddHours(-2)));

        var page = stage.Render<SystemPage>();

        Assert.Contains("2.0 MB", page.Find("[data-testid=last-backup]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Every 24 h", page.Find("[data-testid=backup-schedule]").TextContent.Trim());
        Assert.Equal("Pushes are stored and folded.", page.Find("[data-testid=system-sentence]").TextContent.Trim());
    }

    [Fact]
    public async Task Page_WithAnOldBackup_SaysSoAtTheTop()
    {
        await using var stage = new PageStage();
        stage.Services.GetRequiredService<BackupStatus>().Found(Backup(Stored.Noon.AddDays(-3)));

        var page = stage.Render<SystemPage>();

        Assert.Contains("no recent backup", page.Find("[data-testid=system-sentence]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Two backups", page.Find("[data-testid=backup-schedule]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithAFailedBackup_SaysWhyInTheReadersLanguage()
    {
        await using var stage = new PageStage("zh-Hans");
        stage.Services.GetRequiredService<BackupStatus>().Ended(BackupFault.NoRoom);

        var page = stage.Render<SystemPage>();

        Assert.Equal("暂无", page.Find("[data-testid=last-backup]").TextContent.Trim());
        Assert.Contains("磁盘空间不足", page.Find("[data-testid=backup-schedule]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_StorageCannotBeRead_SaysItThereAndCanBeAskedAgain()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("A", "1", """{"temperature":21.5}"""));
        stage.Hide("stored_messages");
        var page = stage.Render<SystemPage>();
        page.WaitForElement("[data-testid=storage] .btn", Patience);

        stage.PutBack("stored_messages");
        await page.Find("[data-testid=storage] .btn").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("1, since", page.Find("[data-testid=storage]").TextContent, StringComparison.Ordinal), Patience);
    }

    private static FoundBackup Backup(DateTimeOffset at) => new("/backups/one", new BackupManifest
    {
        Format = BackupManifest.PresentFormat,
        CreatedAt = at,
        Program = "1.0",
        Database = new DatabaseContent { Generation = "g", LastId = 1, Messages = 1, LogSchema = "", StateGeneration = null, Cursor = 0, Devices = 0, StateSchema = "" },
        Files = [new BackedUpFile("log.db", 2_000_000, "")],
    });
}
