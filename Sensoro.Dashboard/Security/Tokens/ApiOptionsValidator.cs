using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>A token that is easy to guess, or that no header can carry, stops the start.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    private const int ShortestToken = 16;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = options.Tokens.Index().SelectMany(static entry => Faults(entry.Index, entry.Item)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(int index, ApiTokenOptions token)
    {
        if (string.IsNullOrWhiteSpace(token.Name))
        {
            yield return $"Api:Tokens:{index}:Name is empty; say whose token it is.";
        }

        if (token.Token.Length < ShortestToken || token.Token.Any(static letter => letter is <= ' ' or > '~'))
        {
            yield return $"Api:Tokens:{index}:Token must have at least {ShortestToken} characters, printable ASCII without spaces.";
        }
    }
}
