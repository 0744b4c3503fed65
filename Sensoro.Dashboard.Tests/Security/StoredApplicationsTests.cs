using System.Runtime.Versioning;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Applications entered on a page: kept encrypted, changed whole or not at all, never told again.</summary>
public sealed class StoredApplicationsTests : IDisposable
{
    private const string NewAppKey = "0123456789abcdefghijABCDEFGHIJ0123456789abc";
    private const string NewSecret = "new-secret-0123456789abcdefghijk";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<ApplicationKeys, ApplicationFault> Wrong() => new()
    {
        { SecurityStage.North with { AppId = "" }, ApplicationFault.AppIdEmpty },
        { SecurityStage.North with { AppId = "configured" }, ApplicationFault.AppIdConfigured },
        { SecurityStage.North with { AppKey = "" }, ApplicationFault.AppKeyWrong },
        { SecurityStage.North with { AppKey = new string('a', 42) }, ApplicationFault.AppKeyWrong },
        { SecurityStage.North with { AppKey = new string('!', 43) }, ApplicationFault.AppKeyWrong },
        { SecurityStage.North with { AppSecret = "" }, ApplicationFault.AppSecretEmpty },
        { SecurityStage.North with { Name = new string('n', StoredApplications.LongestText + 1) }, ApplicationFault.TooLong },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_ReadByTheNextRun_HoldsTheSameSecrets()
    {
        using (var first = new SecurityStage(_folder))
        {
            Assert.Equal(ApplicationFault.None, first.Applications.Add(SecurityStage.North));
            Assert.Equal(ApplicationFault.None, first.Applications.Add(SecurityStage.South));
        }

        using var second = new SecurityStage(_folder);

        Assert.Equal(["North site", "South site"], second.Applications.Summaries.Select(application => application.Name), StringComparer.Ordinal);
        Assert.Equal(new ApplicationSecrets(PushService.North.AppKey, PushService.North.AppSecret), second.SecretsOf(PushService.North.AppId));
        Assert.Equal(second.Clock.GetUtcNow(), second.Applications.Summaries[0].AppKeySetAt);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Add_OfWrongKeys_SaysWhatIsWrongAndKeepsNothing(ApplicationKeys keys, ApplicationFault expected)
    {
        using var stage = new SecurityStage(_folder, "configured");

        Assert.Equal(expected, stage.Applications.Add(keys));
        Assert.Empty(stage.Applications.Summaries);
        Assert.False(File.Exists(stage.File));
    }

    [Fact]
    public void Add_OfAnAppIdThatIsStored_IsRefused()
    {
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);

        Assert.Equal(ApplicationFault.AppIdStored, stage.Applications.Add(SecurityStage.North with { Name = "Other" }));
        Assert.Equal("North site", Assert.Single(stage.Applications.Summaries).Name);
    }

    [Fact]
    public void Rotation_FromItsBeginToItsEnd_AcceptsTheOldPairUntilThen()
    {
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);

        Assert.Equal(ApplicationFault.NothingNew, stage.Applications.Rotate(PushService.North.AppId, "", ""));
        Assert.Equal(ApplicationFault.AppKeyWrong, stage.Applications.Rotate(PushService.North.AppId, "short", ""));
        Assert.Equal(ApplicationFault.None, stage.Applications.Rotate(PushService.North.AppId, NewAppKey, NewSecret));
        Assert.Equal(
            new ApplicationSecrets(NewAppKey, NewSecret) { PreviousAppKey = PushService.North.AppKey, PreviousAppSecret = PushService.North.AppSecret },
            stage.SecretsOf(PushService.North.AppId));
        Assert.Equal(ApplicationFault.RotationRunning, stage.Applications.Rotate(PushService.North.AppId, "", NewSecret + "2"));

        Assert.Equal(ApplicationFault.None, stage.Applications.EndRotation(PushService.North.AppId));
        Assert.Equal(new ApplicationSecrets(NewAppKey, NewSecret), stage.SecretsOf(PushService.North.AppId));
        Assert.False(Assert.Single(stage.Applications.Summaries).IsRotating);
    }

    [Fact]
    public void Rotation_TakenBack_IsAsItWas()
    {
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);
        stage.Applications.Rotate(PushService.North.AppId, "", NewSecret);

        stage.Applications.TakeBackRotation(PushService.North.AppId);

        Assert.Equal(new ApplicationSecrets(PushService.North.AppKey, PushService.North.AppSecret), stage.SecretsOf(PushService.North.AppId));
    }

    [Fact]
    public void RenameAndRemove_OfAStoredOne_AreKept()
    {
        using (var stage = new SecurityStage(_folder))
        {
            stage.Applications.Add(SecurityStage.North);
            stage.Applications.Add(SecurityStage.South);
            Assert.Equal(ApplicationFault.None, stage.Applications.Rename(PushService.North.AppId, "East China"));
            Assert.Equal(ApplicationFault.None, stage.Applications.Remove(PushService.South.AppId));
            Assert.Equal(ApplicationFault.Gone, stage.Applications.Remove(PushService.South.AppId));
        }

        using var next = new SecurityStage(_folder);

        Assert.Equal("East China", Assert.Single(next.Applications.Summaries).Name);
    }

    [Fact]
    public void KeyRing_Lost_LeavesTheFileAndNamesTheApplications()
    {
        using (var first = new SecurityStage(_folder))
        {
            first.Applications.Add(SecurityStage.North);
            first.Applications.Add(SecurityStage.South);
        }

        var before = File.ReadAllText(_folder.File(ApplicationFile.FileName));
        Directory.Delete(_folder.File("keys"), recursive: true);
        using var stage = new SecurityStage(_folder);

        Assert.All(stage.Applications.Summaries, application => Assert.True(application.IsSealed));
        Assert.All(stage.Applications.Kept, kept => Assert.Null(kept.Secrets));
        Assert.Equal(before, File.ReadAllText(stage.File));

        // Entering the keys anew mends one and leaves the sealed text of the other for the day the key ring comes back.
        var southBefore = stage.Applications.Kept[1].Stored.Sealed;
        Assert.Equal(ApplicationFault.None, stage.Applications.Add(SecurityStage.North));
        Assert.NotNull(stage.SecretsOf(PushService.North.AppId));
        Assert.Contains(southBefore, File.ReadAllText(stage.File), StringComparison.Ordinal);
    }

    [Fact]
    public void SealedSecrets_GivenToAnotherApplication_AreNotOpened()
    {
        using (var first = new SecurityStage(_folder))
        {
            first.Applications.Add(SecurityStage.North);
        }

        var file = _folder.File(ApplicationFile.FileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace(PushService.North.AppId, "stranger0001", StringComparison.Ordinal));
        using var stage = new SecurityStage(_folder);

        Assert.True(Assert.Single(stage.Applications.Summaries).IsSealed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{"applications":[{"name":"no AppID"}]}""")]
    public void File_ThatIsNoList_StopsNothingAndIsNeverOverwritten(string content)
    {
        File.WriteAllText(_folder.File(ApplicationFile.FileName), content);
        using var stage = new SecurityStage(_folder);

        Assert.False(stage.Applications.IsReadable);
        Assert.Equal(ApplicationFault.FileUnreadable, stage.Applications.Add(SecurityStage.North));
        Assert.Equal(content, File.ReadAllText(stage.File));
    }

    [Fact]
    public void Write_ThatFails_ChangesNeitherTheFileNorTheMemory()
    {
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);
        var before = File.ReadAllText(stage.File);
        var changes = 0;
        stage.Applications.Changed += () => changes++;

        // Nobody can write a file where a folder is.
        Directory.CreateDirectory(stage.File + ".part");

        Assert.Equal(ApplicationFault.FileNotWritten, stage.Applications.Rename(PushService.North.AppId, "Other"));
        Assert.Equal("North site", Assert.Single(stage.Applications.Summaries).Name);
        Assert.Equal((before, 0), (File.ReadAllText(stage.File), changes));
    }

    [Fact]
    public void Part_LeftByACrash_IsNeitherReadNorInTheWay()
    {
        using (var first = new SecurityStage(_folder))
        {
            first.Applications.Add(SecurityStage.North);
        }

        File.WriteAllText(_folder.File(ApplicationFile.FileName + ".part"), "{\"applic");
        using var stage = new SecurityStage(_folder);

        Assert.Single(stage.Applications.Summaries);
        Assert.Equal(ApplicationFault.None, stage.Applications.Add(SecurityStage.South));
        Assert.False(File.Exists(stage.File + ".part"));
    }

    [Fact]
    public void Secrets_OnDiskInLogsAndInTexts_AreNowhere()
    {
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);
        stage.Applications.Rotate(PushService.North.AppId, NewAppKey, NewSecret);

        string[] told =
        [
            File.ReadAllText(stage.File),
            SecurityStage.North.ToString(),
            .. stage.Logs,
            .. stage.Applications.Kept.Select(kept => kept.ToString()),
            .. stage.Applications.Summaries.Select(summary => summary.ToString()),
        ];

        Assert.All([PushService.North.AppKey, PushService.North.AppSecret, NewAppKey, NewSecret], secret =>
            Assert.All(told, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void File_WithSecrets_IsForItsUserOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions are those of Unix.");
        using var stage = new SecurityStage(_folder);
        stage.Applications.Add(SecurityStage.North);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(stage.File));
    }
}
