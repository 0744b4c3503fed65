using System.Text;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Where a reader was before a choice was made: an address of this site, whatever a link says.</summary>
internal static class ReturnAddress
{
    public static IResult Redirect(string? returnUrl) => TypedResults.LocalRedirect(Of(returnUrl));

    /// <summary>The address as a header can carry it, or the first page when it is none of this site.</summary>
    public static string Of(string? returnUrl) => IsLocal(returnUrl) ? string.Concat((returnUrl ?? "").EnumerateRunes().Select(Plain)) : "/";

    private static string Plain(Rune letter) => letter is { IsAscii: true, Value: not ' ' } ? letter.ToString() : Uri.EscapeDataString(letter.ToString());

    /// <summary>
    /// A path from the root, in which no program could find the name of a server: some take steps up and down out of a path before they
    /// look for one.
    /// </summary>
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.Any(char.IsControl) && PathOf(address) is var path && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains("//", StringComparison.Ordinal) && !path.Split('/').Any(static step => step is "." or "..");

    private static string PathOf(string address) => address.IndexOfAny(['?', '#']) is >= 0 and var end ? address[..end] : address;
}
