using System.Text.Json;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>What is not as it was backed up is not restored from.</summary>
public sealed class BackupCheckTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("log.db")]
    [InlineData("sensoro.db")]
    public async Task Check_OfAFileWithOneOtherByte_NamesTheFile(string name)
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        var file = Path.Combine(made.Folder, name);
        var bytes = await File.ReadAllBytesAsync(file, Cancelled);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancelled);

        Assert.Contains(file, Fault(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfADamagedDatabaseThatItsManifestDescribes_FindsTheDamage()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        var file = Path.Combine(made.Folder, "log.db");
        var bytes = await File.ReadAllBytesAsync(file, Cancelled);
        var page = SqliteReading.Scalar<int>(file, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_messages_identity'");
        Array.Fill(bytes, (byte)0xAA, (page - 1) * 4096, 4096);
        await File.WriteAllBytesAsync(file, bytes, Cancelled);
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Rewrite(made, made.Manifest with { Files = [.. made.Manifest.Files.Select(described => described.Name == "log.db" ? described with { Sha256 = sum } : described)] });

        Assert.Contains("log.db is damaged", Fault(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAMissingFile_SaysSo()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        File.Delete(Path.Combine(made.Folder, "sensoro.db"));

        Assert.Contains("sensoro.db", Fault(made), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../log.db")]
    [InlineData("keys/../../x.xml")]
    [InlineData("keys/..")]
    [InlineData("/etc/passwd")]
    public async Task Check_OfAManifestThatLeadsElsewhere_Refuses(string name)
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        Rewrite(made, made.Manifest with { Files = [.. made.Manifest.Files, new BackedUpFile(name, 0, "")] });

        Assert.Contains("does not belong into a backup", Fault(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfFewerMessagesThanTheManifestSays_Refuses()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        Rewrite(made, made.Manifest with { Database = made.Manifest.Database with { Messages = 9 } });

        Assert.Contains("do not hold what manifest.json says", Fault(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAFolderWithoutManifest_SaysSo()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        File.Delete(Path.Combine(made.Folder, "manifest.json"));

        Assert.Contains("manifest.json", Fault(made), StringComparison.Ordinal);
        Assert.Empty(stage.Run.Scheduled.List());
    }

    [Fact]
    public async Task Check_NamedByItsManifest_FindsTheFolder()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);

        Assert.Equal(made.Folder, BackupCheck.Check(Path.Combine(made.Folder, "manifest.json"), Cancelled).Folder);
    }

    private static Task<FoundBackup> BackUpAsync(BackupStage stage)
    {
        stage.Storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("A", "2", createdAt: Messages.Noon.AddMinutes(1)));
        return stage.BackUpAsync();
    }

    private static string Fault(FoundBackup backup)
    {
        var error = Assert.Throws<BackupException>(() => BackupCheck.Check(backup.Folder, Cancelled));
        Assert.Equal(BackupFault.NotSound, error.Fault);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private static void Rewrite(FoundBackup backup, BackupManifest manifest) =>
        File.WriteAllBytes(Path.Combine(backup.Folder, "manifest.json"), JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest));
}
