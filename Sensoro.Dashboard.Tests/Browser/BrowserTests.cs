namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Browser tests share one Chromium and run alone: they watch how soon something shows, and the machine is small.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Browser";
}
