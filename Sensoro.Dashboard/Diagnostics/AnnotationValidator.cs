using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Checks options by the attributes on their properties. The framework's own validator wraps every message in words about
/// classes and members, which are not the words of the person who wrote the configuration.
/// </summary>
internal sealed class AnnotationValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(static fault => fault.ErrorMessage ?? ""));
    }
}
