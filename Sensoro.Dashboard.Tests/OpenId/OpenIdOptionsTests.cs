using Microsoft.Extensions.Configuration;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.OpenId;

namespace Sensoro.Dashboard.Tests.OpenId;

/// <summary>What a provider may be configured as, and what groups make of somebody.</summary>
public sealed class OpenIdOptionsTests
{
    [Theory]
    [InlineData("https://login.example.com/realms/staff")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080/")]
    public void Authority_OverHttpsOrOnThisMachine_IsTaken(string authority) => Assert.Empty(FaultsOf(("Authority", authority)));

    [Theory]
    [InlineData("http://login.example.com/")]
    [InlineData("http://10.0.0.7/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("ftp://login.example.com/")]
    [InlineData("login.example.com")]
    [InlineData("https://user:secret@login.example.com/")]
    [InlineData("https://login.example.com/?tenant=1")]
    [InlineData("https://login.example.com/#staff")]
    public void Authority_OfAnyOtherKind_IsRefused(string authority) =>
        Assert.StartsWith("SignIn:OpenIdConnect:Authority must be the https address", Assert.Single(FaultsOf(("Authority", authority))), StringComparison.Ordinal);

    [Theory]
    [InlineData("ClientId", "", "ClientId is missing")]
    [InlineData("Scopes", "profile", "Scopes must be")]
    [InlineData("NameClaim", "", "NameClaim must be")]
    [InlineData("GroupClaim", "my groups", "GroupClaim must be")]
    [InlineData("DisplayName", "0123456789012345678901234567890123456789x", "DisplayName must have at most 40")]
    [InlineData("Groups:crew", "Captain", "Groups:crew must be Viewer, Operator or Administrator.")]
    [InlineData("Groups:crew", "3", "Groups:crew must be Viewer, Operator or Administrator.")]
    [InlineData("Only", "true", "Only needs a group whose role is Administrator")]
    public void Value_ThatCannotWork_IsNamed(string key, string value, string fault) =>
        Assert.StartsWith($"SignIn:OpenIdConnect:{fault}", Assert.Single(FaultsOf((key, value))), StringComparison.Ordinal);

    [Fact]
    public void Groups_OfNobody_AreRefused() =>
        Assert.Contains("Groups is empty", Assert.Single(Validate(new OpenIdOptions { Authority = "https://login.example.com/", ClientId = "dashboard" })), StringComparison.Ordinal);

    [Fact]
    public void Nothing_Configured_IsNoProvider() => Assert.Empty(Validate(new OpenIdOptions()));

    [Theory]
    [InlineData(null)]
    [InlineData(null, "elsewhere")]
    [InlineData(null, "Crew")]
    [InlineData(Role.Operator, "crew")]
    [InlineData(Role.Operator, "watchers", "crew", "elsewhere")]
    [InlineData(Role.Administrator, "watchers", "/staff/masters", "crew")]
    public void Role_OfGroups_IsTheHighest(Role? role, params string[] groups) =>
        Assert.Equal(role, Of(("Groups:watchers", "viewer"), ("Groups:crew", "Operator"), ("Groups:/staff/masters", "Administrator")).RoleOf(groups));

    private static string[] FaultsOf(params (string Key, string Value)[] values) => Validate(Of([("Groups:crew", "Operator"), .. values]));

    private static string[] Validate(OpenIdOptions options) => [.. new OpenIdOptionsValidator().Validate(null, options).Failures ?? []];

    private static OpenIdOptions Of(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Authority"] = "https://login.example.com/", ["ClientId"] = "dashboard" };
        foreach (var (key, value) in values)
        {
            all[key] = value;
        }

        var options = new OpenIdOptions();
        new ConfigurationBuilder().AddInMemoryCollection(all).Build().Bind(options);
        return options;
    }
}
