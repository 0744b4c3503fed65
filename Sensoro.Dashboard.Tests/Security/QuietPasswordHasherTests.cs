using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>It hashes as Identity does, out of everybody's way.</summary>
public sealed class QuietPasswordHasherTests
{
    private const string Password = "grey heron over the canal";

    private static readonly UserRow User = new("lin.wei", Role.Viewer, DateTimeOffset.UnixEpoch);

    private readonly IOptions<PasswordHasherOptions> _options = Options.Create(new PasswordHasherOptions { IterationCount = 1_000 });

    [Fact]
    public void Hash_OfEither_IsVerifiedByTheOther()
    {
        var (quiet, identity) = (new QuietPasswordHasher(_options), new PasswordHasher<UserRow>(_options));

        Assert.Equal(PasswordVerificationResult.Success, identity.VerifyHashedPassword(User, quiet.HashPassword(User, Password), Password));
        Assert.Equal(PasswordVerificationResult.Success, quiet.VerifyHashedPassword(User, identity.HashPassword(User, Password), Password));
        Assert.Equal(PasswordVerificationResult.Failed, quiet.VerifyHashedPassword(User, identity.HashPassword(User, Password), Password + "s"));
    }

    [Fact]
    public void Verify_OfSomethingThatIsNoHash_FailsAsIdentityDoes() =>
        Assert.Throws<FormatException>(() => new QuietPasswordHasher(_options).VerifyHashedPassword(User, "no base64!", Password));
}
