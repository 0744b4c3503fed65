using System.Net;
using System.Net.Sockets;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>What an administrator can mend stops the start with one clear line and a failing exit code, and shows no secret.</summary>
public sealed class StartUpFaultTests
{
    private const string Secret = "canary-4f1b";

    [Theory]
    [InlineData("Sensoro:Applications:0:AppKey", Secret, "Configuration: Sensoro:Applications:0:AppKey is not an AppKey; it must be the 43 characters that SENSORO shows (letters, digits, + and /).")]
    [InlineData("Sensoro:NonceTolerance", "a while", "Configuration: Failed to convert configuration value 'a while' at 'Sensoro:NonceTolerance' to type 'System.TimeSpan'. Write a time span as 00:15:00 or 30.00:00:00.")]
    [InlineData("Storage:Provider", "Oracle", "Configuration: Storage:Provider must be Sqlite; PostgreSql is not available in this version.")]
    [InlineData("Ingestion:QueueCapacity", "0", "Configuration: Ingestion:QueueCapacity must be a whole number from 1 to 1000000.")]
    [InlineData("Storage:Retention:Messages", "00:00:00", "Configuration: Storage:Retention:Messages must be a time span from 1.00:00:00 (one day) to 36500.00:00:00, such as 30.00:00:00.")]
    [InlineData("Storage:Retention:Readings", "-1.00:00:00", "Configuration: Storage:Retention:Readings must be a time span from 1.00:00:00 (one day) to 36500.00:00:00, such as 400.00:00:00.")]
    [InlineData("Backup:Keep", "0", "Configuration: Backup:Keep must be a whole number from 1 to 1000.")]
    [InlineData("Backup:Every", "-1.00:00:00", "Configuration: Backup:Every must be a time span up to 365.00:00:00, such as 1.00:00:00 (one day), or 00:00:00 for no scheduled backups.")]
    [InlineData("Api:Tokens:0:Token", Secret, "Configuration: Api:Tokens:0:Token must have at least 16 characters, printable ASCII without spaces.")]
    [InlineData("SetUp:Password", Secret, "Configuration: SetUp:Password is too short; 12 to 128 characters are accepted.")]
    [InlineData("SetUp:Password", "", "Configuration: SetUp:Password or SetUp:PasswordFile is missing; give one of them with SetUp:UserName.")]
    [InlineData("SetUp:PasswordFile", "/run/secrets/none", "Configuration: SetUp:Password and SetUp:PasswordFile are both given; keep one.")]
    [InlineData("SetUp:UserName", "lin wei", "Configuration: SetUp:UserName must have 1 to 64 letters, digits or . - _ @, without spaces.")]
    [InlineData("Site:TimeZone", "Mars/Olympus", "Configuration: Site:TimeZone must be the IANA name of a time zone, such as Asia/Shanghai or UTC.")]
    [InlineData("Proxies:0", "proxy.example.com", "Configuration: Proxies:0 must be the address or the network of a reverse proxy, such as 127.0.0.1 or 10.0.0.0/24.")]
    [InlineData("Proxies:0", "0.0.0.0/0", "Configuration: Proxies:0 names every address there is, so that anybody could claim to come from anywhere; name the proxy's own.")]
    [InlineData("ForwardedHeaders_Enabled", "true", "Configuration: ForwardedHeaders_Enabled must not be set: it lets anybody claim to come from anywhere. Name the reverse proxy in Proxies:0 instead.")]
    [InlineData("AllowedHosts", "https://sensors.example.com", "Configuration: AllowedHosts must be host names without scheme and port, separated by semicolons, such as localhost;sensors.example.com; *.example.com stands for all below it.")]
    [InlineData("Limits:ApiPerMinute", "-1", "Configuration: Limits:ApiPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    [InlineData("Limits:OpenPages", "0", "Configuration: Limits:OpenPages must be a whole number from 1 to 10000000.")]
    [InlineData("Limits:QueryTimeout", "00:00:00", "Configuration: Limits:QueryTimeout must be a time span from 00:00:01 to 01:00:00.")]
    [InlineData("SignIn:OpenIdConnect:ClientId", "dashboard", "Configuration: SignIn:OpenIdConnect:Authority is missing; it must be the https address of the provider, such as https://login.example.com/realms/staff.")]
    [InlineData("SignIn:OpenIdConnect:Only", "perhaps", "Configuration: Failed to convert configuration value 'perhaps' at 'SignIn:OpenIdConnect:Only' to type 'System.Boolean'. Write true or false.")]
    [InlineData("Urls", "localhost", "Urls: Invalid url: 'localhost' Set Urls to an address of this machine, such as http://localhost:5080.")]
    public async Task Start_WithAWrongValue_EndsWithOneLineThatNamesTheKey(string key, string value, string expected)
    {
        using var folder = new TemporaryFolder();

        var end = await DashboardProcess.RunToEndAsync(With((key, value)), folder.Path);

        AssertFault(end, expected);
        Assert.DoesNotContain(Secret, end.Output + string.Join('\n', end.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithSeveralWrongValues_NamesEach()
    {
        using var folder = new TemporaryFolder();

        var end = await DashboardProcess.RunToEndAsync(With(("Sensoro:Applications:0:AppKey", Secret), ("Sensoro:Applications:1:AppSecret", " ")), folder.Path);

        Assert.Equal(2, end.Errors.Count);
        Assert.All(end.Errors, line => Assert.StartsWith("Configuration: Sensoro:Applications:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithABaseMapOfAnUnknownDatum_SaysWhichAreKnown()
    {
        using var folder = new TemporaryFolder();

        var end = await DashboardProcess.RunToEndAsync(
            With(("Map:Tiles:0:Name", "Streets"), ("Map:Tiles:0:Url", $"https://tiles.example.com/{{z}}/{{x}}/{{y}}.png?key={Secret}"), ("Map:Tiles:0:Attribution", "Example"), ("Map:Tiles:0:Datum", "BD-09")), folder.Path);

        AssertFault(end, "Configuration: Map:Tiles:0:Datum must be WGS-84 or GCJ-02.");
    }

    [Fact]
    public async Task Start_WithAFileWhereTheFolderShouldBe_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("taken");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var end = await DashboardProcess.RunToEndAsync(With(), file);

        AssertFault(end, $"Storage: Storage:DataDirectory: the folder {file} cannot be created (The file '{file}' already exists.). Name a folder that this user may write.");
    }

    [Fact]
    public async Task Start_WithAFolderNobodyMayWrite_SaysSo()
    {
        // Not even root may create files among the kernel's own.
        var end = await DashboardProcess.RunToEndAsync(With(), "/proc/self");

        AssertFault(end, "Storage: The database file /proc/self/log.db cannot be written (SQLite Error 14: 'unable to open database file'.). Check the permissions and the free space of its folder.");
    }

    [Fact]
    public async Task Start_WithTheDataInsideTheProgram_SaysSo()
    {
        var end = await DashboardProcess.RunToEndAsync(With(), Path.Combine(PublishedDashboard.Folder, "data"));

        AssertFault(end, "Configuration: Storage:DataDirectory lies inside the program's own folder; name a folder outside it.");
        Assert.False(Directory.Exists(Path.Combine(PublishedDashboard.Folder, "data")));
    }

    [Fact]
    public async Task Start_OnABusyPort_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var end = await DashboardProcess.RunToEndAsync(With(("Urls", url)), folder.Path);

        AssertFault(end, $"Urls: Failed to bind to address {url}: address already in use. Stop the program that listens there, or set Urls to another address.");
    }

    [Fact]
    public async Task Start_WithAForeignLog_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await FoldOneAsync(folder);
        SqliteReading.Execute(folder.File("log.db"), "UPDATE log_state SET generation = 'another'");

        var end = await DashboardProcess.RunToEndAsync(With(), folder.Path);

        AssertFault(end, "Storage: The state (sensoro.db) was folded from another message log (log.db). Restore both from the same backup, or remove sensoro.db to fold it anew.");
    }

    [Fact]
    public async Task Start_WithALogOlderThanTheState_SaysSo()
    {
        using var folder = new TemporaryFolder();
        await FoldOneAsync(folder);
        SqliteReading.Execute(folder.File("log.db"), "UPDATE log_state SET last_id = 0");

        var end = await DashboardProcess.RunToEndAsync(With(), folder.Path);

        AssertFault(end, "Storage: The state (sensoro.db) has folded message 1, but the message log (log.db) ends at 0. Restore both from the same backup, or remove sensoro.db to fold it anew.");
    }

    [Fact]
    public async Task Start_WithEverythingInOrder_ListensAndSaysNoSecret()
    {
        using var folder = new TemporaryFolder();
        await using var program = await DashboardProcess.StartAsync(With(), folder.Path);

        using var answer = await program.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var secret in new[] { PushService.North.AppSecret, PushService.North.AppKey, DashboardSettings.ApiToken })
        {
            Assert.DoesNotContain(secret, program.Output, StringComparison.Ordinal);
        }
    }

    private static DashboardSettings With(params (string Key, string Value)[] values) =>
        new()
        {
            Values = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),

            // An administrator who is made would be the first thing that is said.
            IsSetUp = Array.Exists(values, static value => value.Key.StartsWith("SetUp:", StringComparison.Ordinal)),
        };

    private static async Task FoldOneAsync(TemporaryFolder folder)
    {
        await using var storage = Folding.NewStorage(dataDirectory: folder.Path);
        storage.Fold(Messages.Sensor("A", "1"));
    }

    private static void AssertFault(ProgramEnd end, string expected)
    {
        Assert.Equal(expected, string.Join('\n', end.Errors));
        Assert.NotEqual(0, end.ExitCode);
        Assert.Equal("", end.Output.Trim());
    }
}
