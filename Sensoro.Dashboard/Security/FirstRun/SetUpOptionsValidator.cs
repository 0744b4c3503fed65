using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>A first account that could not be made as it is written stops the start.</summary>
internal sealed class SetUpOptionsValidator : IValidateOptions<SetUpOptions>
{
    public ValidateOptionsResult Validate(string? name, SetUpOptions options) => options switch
    {
        { UserName: "", Password: "", PasswordFile: "" } => ValidateOptionsResult.Success,
        { UserName: "" } => ValidateOptionsResult.Fail("SetUp:UserName is empty; name the administrator whose password is given."),
        _ when UserNameRule.Check(options.UserName) != AccountFault.None =>
            ValidateOptionsResult.Fail($"SetUp:UserName must have 1 to {UserNameRule.Longest} letters, digits or . - _ @, without spaces."),
        { Password: "", PasswordFile: "" } => ValidateOptionsResult.Fail("SetUp:Password or SetUp:PasswordFile is missing; give one of them with SetUp:UserName."),
        { Password.Length: > 0, PasswordFile.Length: > 0 } => ValidateOptionsResult.Fail("SetUp:Password and SetUp:PasswordFile are both given; keep one."),
        { Password.Length: > 0 } => PasswordFaults.Text(options.Password, options.UserName) is { } fault
            ? ValidateOptionsResult.Fail($"SetUp:Password {fault}")
            : ValidateOptionsResult.Success,
        _ => ValidateOptionsResult.Success,
    };
}
