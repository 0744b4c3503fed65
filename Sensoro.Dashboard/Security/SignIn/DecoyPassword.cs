using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Costs what the check of a real password costs, so that the time of an answer does not tell which names have an account.</summary>
internal sealed class DecoyPassword
{
    private readonly IPasswordHasher<UserRow> _hasher;
    private readonly UserRow _nobody = new("nobody", Role.Viewer, DateTimeOffset.UnixEpoch);
    private readonly Lazy<string> _hash;

    public DecoyPassword(IPasswordHasher<UserRow> hasher)
    {
        _hasher = hasher;
        _hash = new Lazy<string>(() => _hasher.HashPassword(_nobody, Guid.NewGuid().ToString()));
    }

    public void Check(string password) => _hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
}
