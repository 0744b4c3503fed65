using System.Runtime.InteropServices;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.People;

/// <summary>What came of a wish about an account.</summary>
/// <param name="Fault">Why nothing was done.</param>
/// <param name="Password">What is wrong with the password, when that is the fault.</param>
/// <param name="User">The account as it is now; null after a fault.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountOutcome(AccountFault Fault, PasswordFault Password = PasswordFault.None, UserRow? User = null)
{
    public static AccountOutcome Done(UserRow user) => new(AccountFault.None, User: user);

    public static implicit operator AccountOutcome(AccountFault fault) => new(fault);

    public static implicit operator AccountOutcome(PasswordFault fault) => new(AccountFault.PasswordRefused, fault);
}
