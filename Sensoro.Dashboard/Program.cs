using Sensoro.Dashboard;
using Sensoro.Dashboard.Admission;
using Sensoro.Dashboard.Api;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Components;
using Sensoro.Dashboard.Demo;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Headers;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Limits;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Dashboard.Webhook;

return await StartUp.RunAsync(async () =>
{
    if (Verbs.Find(args) is { } verb)
    {
        await verb(args, Console.Out);
        return;
    }

    var builder = WebApplication.CreateBuilder(StartUp.HostArguments(args));
    builder.WebHost.UseStaticWebAssets();

    // The order is the order of stopping, backwards: the writer of the log stops last.
    builder.Services
        .AddDiagnostics()
        .AddStorage(builder.Environment.ContentRootPath)
        .AddSecurity()
        .AddSignIn()
        .AddIngestion()
        .AddLive()
        .AddProjection()
        .AddTelemetryHub()
        .AddWebhook()
        .AddQuarantine()
        .AddReadApi()
        .AddExport()
        .AddBackup()
        .AddPages()
        .AddHeaders()
        .AddAdmission()
        .AddLimits()
        .AddTestPushes()
        .AddDoorNotices()
        .AddPerimeterNotices()
        .AddApplicationHandover()
        .AddDemo(args);

    var app = builder.Build();
    app.LeaveSignInToPeople().UseSecurityHeaders();
    app.UseNotFoundPage();
    app.UseWhen(
        static context => !WebhookRoute.IsPush(context.Request),
        static people => people.UseProxies().UsePageHeaders().UseKnownHosts().UseOwnOrigin().UseShortForms().UseLimits()
            .UseStopping().UseReader().UseSignIn().UseAntiforgery().UseOwnForms());
    app.MapControllers();
    app.MapTelemetryHub();
    app.MapReadApi();
    app.MapExport();
    app.MapDiagnostics();
    app.MapHeaders();
    app.MapPages();
    await (args.Contains(ProjectionRebuild.Flag, StringComparer.Ordinal)
        ? StartUp.WorkAsync(app, static (services, stop) => services.GetRequiredService<ProjectionRebuild>().RunAsync(Console.Out, stop))
        : StartUp.ServeAsync(app));
});
