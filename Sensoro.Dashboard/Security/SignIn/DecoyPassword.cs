using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Costs what the check of a real password costs, so that the time of an answer does not tell which names have an account.</summary>
internal sealed class DecoyPassword
{
    private readonly PasswordHasher<UserRow> _hasher;
    private readonly UserRow _nobody = new("nobody", Role.Viewer, DateTimeOffset.UnixEpoch);
    private readonly Lazy<string> _hash;

    public DecoyPassword(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<UserRow>(options);
        _hash = new Lazy<string>(() => _hasher.HashPassword(_nobody, Guid.NewGuid().ToString()));
    }

    public void Check(string password) => _hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
}
