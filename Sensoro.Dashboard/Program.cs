using Sensoro.Dashboard;
using Sensoro.Dashboard.Api;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Webhook;

return await StartUp.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);

    // The order is the order of stopping, backwards: the writer of the log stops last.
    builder.Services
        .AddDiagnostics()
        .AddStorage(builder.Environment.ContentRootPath)
        .AddIngestion()
        .AddLive()
        .AddProjection()
        .AddTelemetryHub()
        .AddWebhook()
        .AddReadApi();

    var app = builder.Build();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapControllers();
    app.MapTelemetryHub();
    app.MapReadApi();
    app.MapDiagnostics();
    await StartUp.ServeAsync(app);
});
