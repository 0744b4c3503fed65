namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Where a reader was before a choice was made: an address of this site, whatever a link says.</summary>
internal static class ReturnAddress
{
    public static IResult Redirect(string? returnUrl) => TypedResults.LocalRedirect(Of(returnUrl));

    /// <summary>The address, or the first page when it is none of this site.</summary>
    public static string Of(string? returnUrl) => IsLocal(returnUrl) ? returnUrl ?? "/" : "/";

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl);
}
