using System.Globalization;

namespace Sensoro.Dashboard.Tests;

/// <summary>Tests that are short beside all others and may run for an hour on their own, when an environment variable says how long.</summary>
internal static class LongRun
{
    /// <summary>How often the link is cut under load; a few times when it is not set.</summary>
    public static int? Cuts => Read("SENSORO_CUTS");

    /// <summary>How often somebody goes to another page; some thirty times when it is not set.</summary>
    public static int? Navigations => Read("SENSORO_NAVIGATIONS");

    /// <summary>How often the program is stopped with pages open; a few times when it is not set.</summary>
    public static int? Shutdowns => Read("SENSORO_SHUTDOWNS");

    /// <summary>How many pushes are mutated; some hundred thousand when it is not set.</summary>
    public static int? Mutations => Read("SENSORO_MUTATIONS");

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
