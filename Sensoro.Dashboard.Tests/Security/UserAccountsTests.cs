using System.Net;
using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Tests.Hubs;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security.SecondStep;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Changes to accounts, and how soon they count.</summary>
public sealed class UserAccountsTests : IAsyncDisposable
{
    private readonly DashboardFactory _dashboard = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task LastAdministrator_WhoeverElseIsThere_Stays()
    {
        await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        var former = await _dashboard.AddUserAsync("former", Role.Administrator);
        await _dashboard.Accounts.DeactivateAsync(former.Id, Cancelled);
        var last = _dashboard.Roster.All.Single(static user => user.Name == DashboardSettings.Administrator);

        Assert.Equal(AccountFault.LastAdministrator, (await _dashboard.Accounts.DeactivateAsync(last.Id, Cancelled)).Fault);
        Assert.Equal(AccountFault.LastAdministrator, (await _dashboard.Accounts.GiveRoleAsync(last.Id, Role.Viewer, Cancelled)).Fault);
        Assert.Equal((Role.Administrator, true), (_dashboard.Roster.Find(last.Id)?.Role, _dashboard.Roster.Find(last.Id)?.IsActive));
    }

    [Fact]
    public async Task TwoAdministrators_WhoRemoveEachOtherAtOnce_LeaveOne()
    {
        var other = await _dashboard.AddUserAsync("other", Role.Administrator);
        var first = _dashboard.Roster.All.Single(static user => user.Name == DashboardSettings.Administrator);

        await Task.WhenAll(_dashboard.Accounts.DeactivateAsync(first.Id, Cancelled), _dashboard.Accounts.GiveRoleAsync(other.Id, Role.Viewer, Cancelled));

        Assert.Single(_dashboard.Roster.All, static user => user is { Role: Role.Administrator, IsActive: true });
    }

    [Fact]
    public async Task Session_OfSomebodyWhoIsDeactivated_EndsAtOnceAndDoesNotComeBack()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        using var client = _dashboard.ClientOf("wang.fang");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));

        await _dashboard.Accounts.DeactivateAsync(user.Id, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));

        await _dashboard.Accounts.ReactivateAsync(user.Id, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    /// <summary>Whatever the browser does: what it does not leave by itself is cut.</summary>
    [Fact]
    public async Task Connection_OfSomebodyWhoIsDeactivated_IsCut()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Viewer);
        await using var listener = await TelemetryListener.ConnectAsAsync(_dashboard, "wang.fang");

        await _dashboard.Accounts.DeactivateAsync(user.Id, Cancelled);

        await listener.Ended.WaitAsync(DashboardFactory.Patience, Cancelled);
    }

    [Fact]
    public async Task Account_ThatIsActive_IsNotDeleted()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Viewer);

        Assert.Equal(AccountFault.StillActive, (await _dashboard.Accounts.DeleteAsync(user.Id, Cancelled)).Fault);
        Assert.NotNull(_dashboard.Roster.Find(user.Id));
    }

    /// <summary>With everything that accounts can have: a session, a second step, an open link.</summary>
    [Fact]
    public async Task Account_Deleted_LeavesNothingButTheTrail()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, "wang.fang");
        using var session = await account.HalfWayAsync();
        Assert.Equal("/", await SteppedAccount.EnterAsync(session, account.Code()));
        await AsTheProgramAsync(async () => Assert.NotNull(await _dashboard.Get<InvitationDesk>().OfferPasswordAsync(_dashboard.Roster.All.Single(user => user.Id == account.Id), Cancelled)));
        Assert.NotEmpty(await TracesAsync(account.Id));

        await AsTheProgramAsync(() => _dashboard.Accounts.DeactivateAsync(account.Id, Cancelled));
        await AsTheProgramAsync(async () => Assert.Equal(AccountFault.None, (await _dashboard.Accounts.DeleteAsync(account.Id, Cancelled)).Fault));

        Assert.Empty(await TracesAsync(account.Id));
        Assert.Null(_dashboard.Roster.Find(account.Id));
        var entry = Assert.Single(await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter { Action = AuditActions.Text(AuditAction.UserDeleted) }, null, 10, Cancelled)).Entry;
        Assert.Equal(("wang.fang", "Viewer, deactivated", null), (entry.Target, entry.Before, entry.After));
        await _dashboard.AddUserAsync("wang.fang", Role.Viewer);
    }

    [Fact]
    public async Task Session_WhoseUserIsSignedOutEverywhere_Ends()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Viewer);
        using var client = _dashboard.ClientOf("wang.fang");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));

        await _dashboard.Accounts.EndSessionsAsync(user.Id, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Command_OfSomebodyWhoIsDemotedMeanwhile_IsDenied()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        var edits = _dashboard.Get<DeviceEdits>();
        Acting.As(new Actor(user.Id, "wang.fang", () => _dashboard.Roster.Find(user.Id)?.Role));
        await edits.ApplyAsync([], Cancelled);

        await AsTheProgramAsync(() => _dashboard.Accounts.GiveRoleAsync(user.Id, Role.Viewer, Cancelled));

        await Assert.ThrowsAsync<AccessDeniedException>(() => edits.ApplyAsync([], Cancelled));
    }

    /// <summary>Another program with the same database, as another node is one.</summary>
    [Fact]
    public async Task Session_WhoseUserAnotherProgramDeactivates_EndsWithinSeconds()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _dashboard.Roster.Changed += () => heard.TrySetResult();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_dashboard.DataDirectory, DataFiles.State)};Pooling=False"))
        {
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE users SET is_active = 0 WHERE id = $id";
            command.Parameters.AddWithValue("$id", user.Id);
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancelled);
        Assert.False(_dashboard.Roster.Find(user.Id)?.IsActive);
    }

    [Fact]
    public async Task Invitation_Used_MakesOneAccountAlone()
    {
        _ = _dashboard.Client;
        var desk = _dashboard.Get<InvitationDesk>();
        var code = await desk.InviteAsync(Role.Operator, Cancelled);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => desk.AcceptAsync(code, $"guest{number}", DashboardSettings.Password, Cancelled)));

        Assert.Equal(Role.Operator, Assert.Single(outcomes, static outcome => outcome.Fault == AccountFault.None).User?.Role);
        Assert.Equal(3, outcomes.Count(static outcome => outcome.Fault == AccountFault.Gone));
        Assert.Empty(await _dashboard.Get<Invitations>().ListAsync(Cancelled));
    }

    [Fact]
    public async Task Invitation_MistypedOrPoor_IsStillGood()
    {
        _ = _dashboard.Client;
        var desk = _dashboard.Get<InvitationDesk>();
        var code = await desk.InviteAsync(Role.Viewer, Cancelled);

        Assert.Equal(AccountFault.Gone, (await desk.AcceptAsync(code + "x", "guest", DashboardSettings.Password, Cancelled)).Fault);
        Assert.Equal(AccountFault.NameTaken, (await desk.AcceptAsync(code, DashboardSettings.Administrator.ToUpperInvariant(), DashboardSettings.Password, Cancelled)).Fault);
        Assert.Equal(PasswordFault.TooCommon, (await desk.AcceptAsync(code, "guest", "password1234", Cancelled)).Password);
        Assert.Equal(AccountFault.None, (await desk.AcceptAsync(code, "guest", DashboardSettings.Password, Cancelled)).Fault);
    }

    [Fact]
    public async Task PasswordLink_Used_EndsTheSessionsAndThePauseOfTheAccount()
    {
        var user = await _dashboard.AddUserAsync("wang.fang", Role.Viewer);
        using var client = _dashboard.ClientOf("wang.fang");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        var desk = _dashboard.Get<InvitationDesk>();
        var standing = _dashboard.Roster.Find(user.Id) ?? throw new InvalidOperationException("The user is not known.");

        var outcome = await desk.AcceptAsync(await desk.OfferPasswordAsync(standing, Cancelled), "", "another brook in the valley", Cancelled);

        Assert.Equal(AccountFault.None, outcome.Fault);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        Assert.NotEmpty(await SessionCookie.OfAsync(_dashboard.Address, "wang.fang", "another brook in the valley"));
    }

    /// <summary>The tables with a row of an account.</summary>
    private async Task<IReadOnlyList<string>> TracesAsync(string id)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_dashboard.DataDirectory, DataFiles.State)};Pooling=False");
        await connection.OpenAsync(Cancelled);
        var columns = new List<(string Table, string Column)>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND (c.name = 'user_id' OR (t.name = 'users' AND c.name = 'id'))";
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        Assert.Superset(new HashSet<string>(["users", "sessions", "invitations"], StringComparer.Ordinal), columns.Select(static column => column.Table).ToHashSet(StringComparer.Ordinal));
        var traces = new List<string>();
        foreach (var (table, column) in columns)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table} WHERE {column} = $id";
            command.Parameters.AddWithValue("$id", id);
            if (await command.ExecuteScalarAsync(Cancelled) is > 0L)
            {
                traces.Add(table);
            }
        }

        return traces;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private static async Task AsTheProgramAsync(Func<Task> work)
    {
        Task running;
        using (ExecutionContext.SuppressFlow())
        {
            running = Task.Run(work, Cancelled);
        }

        await running;
    }
}
