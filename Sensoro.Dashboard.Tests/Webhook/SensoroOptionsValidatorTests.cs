using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>Every fault names its key and what is accepted, and shows no secret.</summary>
public sealed class SensoroOptionsValidatorTests
{
    private const string Secret = "canary-4f1b";

    private readonly SensoroOptions _options = new();

    [Fact]
    public void Validate_WithoutAnyApplication_Passes() => Assert.Empty(Faults());

    [Fact]
    public void Validate_WithCompleteApplications_Passes()
    {
        Add();
        Add(application => (application.AppId, application.PreviousAppKey) = ("another", PushService.South.AppKey));
        _options.WebhookUrls.Add("https://example.com/webhook?a=b");

        Assert.Empty(Faults());
    }

    [Fact]
    public void Validate_OfASafeModeKeyLeftOut_Passes()
    {
        Add(application => application.AppKey = "");

        Assert.Empty(Faults());
    }

    [Fact]
    public void Validate_WithSeveralFaults_NamesEach()
    {
        Add(application => application.AppKey = Secret);
        Add(application => (application.AppId, application.PreviousAppKey) = ("another", Secret));
        Add(application => (application.AppId, application.AppSecret) = ("third", " "));
        Add(application => application.AppId = "");
        Add();

        var faults = Faults();

        Assert.Equal(
            ["Sensoro:Applications:0:AppKey", "Sensoro:Applications:1:PreviousAppKey", "Sensoro:Applications:2:AppSecret", "Sensoro:Applications:3:AppId", "Sensoro:Applications:4:AppId"],
            faults.Select(fault => fault.Split(' ')[0]),
            StringComparer.Ordinal);
        Assert.All(faults, fault => Assert.DoesNotContain(Secret, fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dashboard/webhook")]
    [InlineData("")]
    [InlineData("ftp://example.com/webhook")]
    [InlineData("example.com")]
    public void Validate_OfAUrlThatIsNone_NamesItsPlace(string url)
    {
        _options.WebhookUrls.Add("https://example.com/webhook");
        _options.WebhookUrls.Add(url);

        Assert.StartsWith("Sensoro:WebhookUrls:1 ", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(8 * 24 * 60)]
    public void Validate_OfANonceToleranceOutOfRange_NamesIt(int minutes)
    {
        _options.NonceTolerance = TimeSpan.FromMinutes(minutes);

        Assert.StartsWith("Sensoro:NonceTolerance ", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_023)]
    [InlineData(-1)]
    [InlineData(67_108_865)]
    public void Validate_OfABodyLimitOutOfRange_NamesIt(int bytes)
    {
        _options.MaxBodyBytes = bytes;

        Assert.StartsWith("Sensoro:MaxBodyBytes ", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    private void Add(Action<ApplicationOptions>? change = null)
    {
        var application = new ApplicationOptions
        {
            Name = "north",
            AppId = PushService.North.AppId,
            AppKey = PushService.North.AppKey,
            AppSecret = PushService.North.AppSecret,
        };
        change?.Invoke(application);
        _options.Applications.Add(application);
    }

    private string[] Faults() => [.. new SensoroOptionsValidator().Validate(null, _options).Failures ?? []];
}
