using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Demo;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.TestPushes;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Something that changes what the program keeps or uses its secrets, and the role that it demands.</summary>
/// <param name="Name">The class and what it does.</param>
/// <param name="Needed">The role.</param>
/// <param name="Owner">The class.</param>
/// <param name="Run">Asks for it, with arguments that change nothing.</param>
internal sealed record GuardedCommand(string Name, Role Needed, Type Owner, Func<IServiceProvider, CancellationToken, Task> Run)
{
    private const string Nobody = "no such account";

    private static readonly ApplicationKeys NoKeys = new("", "", "", "");

    public static IReadOnlyList<GuardedCommand> All { get; } =
    [
        Of<DeviceEdits>("LabelAsync", Role.Operator, static (edits, stop) => edits.LabelAsync([], static labels => labels, stop)),
        Of<DeviceEdits>("MaintainAsync", Role.Operator, static (edits, stop) => edits.MaintainAsync([], null, stop)),
        Of<DeviceEdits>("ApplyAsync", Role.Operator, static (edits, stop) => edits.ApplyAsync([], stop)),
        Of<TaskLinks>("LinkAsync", Role.Operator, static (links, stop) => links.LinkAsync("app", "task", "no such device", stop)),
        Of<TaskLinks>("UnlinkAsync", Role.Operator, static (links, stop) => links.UnlinkAsync("app", "task", stop)),
        Of<SavedViews>("AddAsync", Role.Operator, static (views, stop) => views.AddAsync("", "", stop)),
        Of<SavedViews>("RenameAsync", Role.Operator, static (views, stop) => views.RenameAsync(-1, "", stop)),
        Of<SavedViews>("RemoveAsync", Role.Operator, static (views, stop) => views.RemoveAsync(-1, stop)),
        Of<SavedViews>("RestoreAsync", Role.Operator, static (views, stop) => views.RestoreAsync(new SavedView(7, "restored", "q=1", DateTimeOffset.UnixEpoch), stop)),
        Of<ExportJobs>("Cancel", Role.Viewer, static (jobs, _) => Do(() => jobs.Cancel("none"))),
        Of<ExportJobs>("Delete", Role.Viewer, static (jobs, _) => Do(() => jobs.Delete("none"))),
        Of<QuarantineDesk>("TryStartAsync(Verify)", Role.Operator, static (desk, stop) => desk.TryStartAsync(QuarantineTask.Verify, QuarantineFilter.Everything, stop)),
        Of<QuarantineDesk>("TryStartAsync(Replay)", Role.Administrator, static (desk, stop) => desk.TryStartAsync(QuarantineTask.Replay, QuarantineFilter.Everything, stop)),
        Of<QuarantineDesk>("TryStartAsync(Delete)", Role.Administrator, static (desk, stop) => desk.TryStartAsync(QuarantineTask.Delete, QuarantineFilter.Everything, stop)),
        Of<QuarantineDesk>("Stop", Role.Operator, static (desk, _) => Do(desk.Stop)),
        Of<WebhookDoctor>("TryKeysAsync", Role.Administrator, static (doctor, stop) => doctor.TryKeysAsync("none", "", "", stop)),
        Of<SetAsideMessages>("RetryAsync", Role.Administrator, static (messages, stop) => messages.RetryAsync(stop)),
        Of<AuditQueries>("CountAsync", Role.Administrator, static (entries, stop) => entries.CountAsync(new AuditFilter(), stop)),
        Of<AuditQueries>("NewestAsync", Role.Administrator, static (entries, stop) => entries.NewestAsync(new AuditFilter(), null, 1, stop)),
        Of<AuditInspector>("InspectAsync", Role.Administrator, static (inspector, stop) => inspector.InspectAsync(stop)),
        Of<StoredApplications>("Add", Role.Administrator, static (applications, _) => Do(() => applications.Add(NoKeys))),
        Of<StoredApplications>("Rename", Role.Administrator, static (applications, _) => Do(() => applications.Rename("none", ""))),
        Of<StoredApplications>("Rotate", Role.Administrator, static (applications, _) => Do(() => applications.Rotate("none", "", ""))),
        Of<StoredApplications>("EndRotation", Role.Administrator, static (applications, _) => Do(() => applications.EndRotation("none"))),
        Of<StoredApplications>("TakeBackRotation", Role.Administrator, static (applications, _) => Do(() => applications.TakeBackRotation("none"))),
        Of<StoredApplications>("Remove", Role.Administrator, static (applications, _) => Do(() => applications.Remove("none"))),
        Of<TestPushSender>("SendAsync", Role.Administrator, static async (sender, stop) =>
        {
            await foreach (var check in sender.SendAsync("none", sender.Targets[0], stop))
            {
                Assert.False(check.HasPassed);
            }
        }),
        Of<UserAccounts>("GiveRoleAsync", Role.Administrator, static (accounts, stop) => accounts.GiveRoleAsync(Nobody, Role.Viewer, stop)),
        Of<UserAccounts>("DeactivateAsync", Role.Administrator, static (accounts, stop) => accounts.DeactivateAsync(Nobody, stop)),
        Of<UserAccounts>("ReactivateAsync", Role.Administrator, static (accounts, stop) => accounts.ReactivateAsync(Nobody, stop)),
        Of<UserAccounts>("DeleteAsync", Role.Administrator, static (accounts, stop) => accounts.DeleteAsync(Nobody, stop)),
        Of<UserAccounts>("EndSessionsAsync", Role.Administrator, static (accounts, stop) => accounts.EndSessionsAsync(Nobody, stop)),
        Of<UserAccounts>("RemoveSecondStepAsync", Role.Administrator, static (accounts, stop) => accounts.RemoveSecondStepAsync(Nobody, stop)),
        Of<SecondSteps>("SwitchOnAsync", Role.Viewer, static (steps, stop) => steps.SwitchOnAsync(null, "", "", stop)),
        Of<SecondSteps>("RenewCodesAsync", Role.Viewer, static (steps, stop) => steps.RenewCodesAsync("", stop)),
        Of<SecondSteps>("SwitchOffAsync", Role.Viewer, static (steps, stop) => steps.SwitchOffAsync("", stop)),
        Of<SessionBook>("EndAsync", Role.Viewer, static (book, stop) => book.EndAsync("none", stop)),
        Of<SessionBook>("EndOthersAsync", Role.Viewer, static (book, stop) => book.EndOthersAsync(null, stop)),
        Of<OwnPasskeys>("AddAsync", Role.Viewer, static (passkeys, _) => passkeys.AddAsync(new DefaultHttpContext(), "", "")),
        Of<OwnPasskeys>("RenameAsync", Role.Viewer, static (passkeys, stop) => passkeys.RenameAsync("none", "", stop)),
        Of<OwnPasskeys>("RemoveAsync", Role.Viewer, static (passkeys, stop) => passkeys.RemoveAsync("none", stop)),
        Of<OwnPasskeys>("AskAsync", Role.Viewer, static (passkeys, _) => passkeys.AskAsync(new DefaultHttpContext(), "", "")),
        Of<OwnPasskeys>("ListAsync", Role.Viewer, static (passkeys, _) => passkeys.ListAsync()),
        Of<InvitationDesk>("InviteAsync", Role.Administrator, static (desk, stop) => desk.InviteAsync(Role.Viewer, stop)),
        Of<Invitations>("WithdrawOfAsync", Role.Administrator, static (invitations, stop) => invitations.WithdrawOfAsync(Nobody, stop)),
        Of<Invitations>("WithdrawAsync", Role.Administrator, static (invitations, stop) => invitations.WithdrawAsync(-1, stop)),
        Of<TokenDesk>("MakeAsync", Role.Administrator, static (desk, stop) => desk.MakeAsync("", TokenScope.Read, DateTimeOffset.MaxValue, stop)),
        Of<TokenDesk>("RevokeAsync", Role.Administrator, static (desk, stop) => desk.RevokeAsync(-1, stop)),
        Of<DemoFleet>("Begin", Role.Administrator, null),
        Of<DemoFleet>("EndAsync", Role.Administrator, null),
        Of<DemoDatabase>("RemoveAsync", Role.Administrator, null),
    ];

    public override string ToString() => Name;

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static GuardedCommand Of<T>(string method, Role needed, Func<T, CancellationToken, Task>? run)
        where T : notnull =>
        new($"{typeof(T).Name}.{method}", needed, typeof(T), (services, stop) => run is null ? Task.CompletedTask : run(services.GetRequiredService<T>(), stop)) { RunsAlways = run is not null };

    /// <summary>False for what is there in the demo alone.</summary>
    public bool RunsAlways { get; private init; }
}
