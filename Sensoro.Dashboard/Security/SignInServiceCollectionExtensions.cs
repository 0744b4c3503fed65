using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security;

internal static class SignInServiceCollectionExtensions
{
    private const string Scheme = "CookieOrToken";
    private const string Cookie = "sensoro-session";

    /// <summary>What SHA-512 needs by today's advice to make guessing dear; the framework's own default is half of it.</summary>
    private const int HashIterations = 210_000;

    private static readonly TimeSpan AccountPause = TimeSpan.FromMinutes(10);

    /// <summary>Who may come in, and what each may do. What says nothing of its own is for those who are signed in.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SetUpOptions, SetUpOptionsValidator>().BindConfiguration(SetUpOptions.Section);
        services.AddSingleton<IPasswordHasher<UserRow>, QuietPasswordHasher>();
        services.AddIdentityCore<UserRow>(static options =>
        {
            // Names and passwords have rules of their own.
            options.User.AllowedUserNameCharacters = "";
            options.Password = new PasswordOptions { RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredLength = PasswordRule.Shortest };
            options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = AddressPause.MostTries / 2, DefaultLockoutTimeSpan = AccountPause };
        });
        services.Configure<PasswordHasherOptions>(static options => options.IterationCount = HashIterations);
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, static options => options.ForwardDefaultSelector = static context =>
                context.Request.Headers.ContainsKey("Authorization") ? Schemes.Token : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, UseCookie);
        AddPolicies(services);
        services.AddTokens();
        services.AddOpenId();
        services.AddSingleton<Roster>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<UserAccounts>();
        services.AddSingleton<InvitationDesk>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<PasswordProof>();
        services.AddSingleton<AddressPause>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalRecorder>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<LocalVisitor>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<LastTry>();
        services.AddScoped<SignInDesk>();
        AddSecondStep(services);
        AddPasskeys(services);
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<SetUpDesk>();
        services.AddSingleton<UnattendedSetUp>();
        services.AddHostedService<RosterWorker>();
        services.AddHostedService<SetUpAnnouncer>();
        return services;
    }

    /// <summary>
    /// The host puts authentication and authorisation before everything else unless the main pipeline has them. Here they belong to people
    /// alone: a push must not pay for them, nor be turned away by them.
    /// </summary>
    public static IApplicationBuilder LeaveSignInToPeople(this IApplicationBuilder app)
    {
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
        return app;
    }

    /// <summary>From here on it is known who asks, and whoever may not is turned away.</summary>
    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app) =>
        app.Use(OpenIdGate.FollowAsync).Use(SetUpGate.FollowAsync).UseAuthentication().Use(PeopleGate.FollowAsync).UseAuthorization();

    private static void AddSecondStep(IServiceCollection services)
    {
        services.AddSingleton<SecondStepSeal>();
        services.AddSingleton<SecondStepStore>();
        services.AddSingleton<SecondStepCheck>();
        services.AddSingleton<SecondSteps>();
        services.AddSingleton<HalfWay>();
        services.AddScoped<SecondStepDesk>();
    }

    /// <summary>The name that passkeys belong to is that of the host; one that is not ours has been turned away by then.</summary>
    private static void AddPasskeys(IServiceCollection services)
    {
        services.Configure<IdentityPasskeyOptions>(static options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = PasskeyStates.Lifetime;
        });
        services.AddScoped<IPasskeyHandler<UserRow>, PasskeyHandler<UserRow>>();
        services.AddSingleton<PasskeyStates>();
        services.AddScoped<OwnPasskeys>();
        services.AddScoped<PasskeyDesk>();
    }

    private static void UseCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = Sessions.Longest;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }

    private static void AddPolicies(IServiceCollection services)
    {
        var viewers = new AuthorizationPolicyBuilder().RequireRole(nameof(Role.Viewer), nameof(Role.Operator), nameof(Role.Administrator)).Build();
        var authorization = services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Viewer, viewers)
            .AddPolicy(Policies.Operator, static policy => policy.RequireRole(nameof(Role.Operator), nameof(Role.Administrator)))
            .AddPolicy(Policies.Administrator, static policy => policy.RequireRole(nameof(Role.Administrator)))
            .SetDefaultPolicy(viewers)

            // Whatever carries no decision is an address that is not there, or not for this method; a test sees to that.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var scope in TokenScopes.All)
        {
            authorization.AddPolicy(Policies.PersonOrToken(scope), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => TokenScopes.Admits(context.User, scope)));
            authorization.AddPolicy(
                Policies.Token(scope),
                policy => policy.AddAuthenticationSchemes(Schemes.Token).RequireAuthenticatedUser().RequireAssertion(context => TokenScopes.Has(context.User, scope)));
        }
    }
}
