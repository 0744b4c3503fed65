using Sensoro.Dashboard.Tests.Vectors;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>One running dashboard for each configuration that vectors ask for, its clock on the vectors' time.</summary>
public sealed class VectorReceivers : IAsyncDisposable
{
    private readonly Dictionary<string, DashboardFactory> _receivers = new(StringComparer.Ordinal);

    public DashboardFactory For(PushVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        VectorProfile[] profiles = [vector.Profile, .. vector.OtherProfiles];
        var key = string.Join('|', [vector.PublicUrl, vector.Now, .. profiles.Select(profile => profile.AppId).Order(StringComparer.Ordinal)]);
        if (!_receivers.TryGetValue(key, out var receiver))
        {
            receiver = Start(vector.PublicUrl, new StoppedClock(DateTimeOffset.FromUnixTimeMilliseconds(vector.Now)), profiles);
            _receivers.Add(key, receiver);
        }

        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var receiver in _receivers.Values)
        {
            await receiver.DisposeAsync();
        }
    }

    internal static DashboardFactory Start(string publicUrl, StoppedClock clock, params IEnumerable<VectorProfile> profiles) => new(new DashboardSettings
    {
        PushServices = [.. profiles.Select(profile => new PushService(profile.AppId, profile.AppKey, profile.AppSecret))],
        WebhookUrl = publicUrl,
        Clock = clock,
    });

    /// <summary>Sends the request of a vector byte for byte. Only its path is ours: SENSORO's text for the URL is the signed one.</summary>
    internal static Task<WireResponse> SendAsync(DashboardFactory receiver, VectorRequest request) => WireClient.SendAsync(
        receiver.Address,
        request.Method,
        "/webhook",
        [("Host", request.Host), .. request.Headers.Select(header => (header[0], header[1]))],
        request.ReadBody(),
        TestContext.Current.CancellationToken);
}
