using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// Identity's hashing of passwords, on a thread that stands back from all others: what a guess costs on purpose is taken from the time
/// that nobody needs. The caller waits; <see cref="PasswordGate"/> bounds how many do.
/// </summary>
internal sealed class QuietPasswordHasher(IOptions<PasswordHasherOptions> options) : IPasswordHasher<UserRow>
{
    /// <summary>Beside one thread of the usual kind it gets a thirtieth of a processor: an honest sign-in still ends on a machine that is full.</summary>
    private const int Nice = 15;
    private const int Process = 0;
    private const uint ThisThread = 0;

    private readonly PasswordHasher<UserRow> _hasher = new(options);

    public string HashPassword(UserRow user, string password) => Aside(() => _hasher.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(UserRow user, string hashedPassword, string providedPassword) =>
        Aside(() => _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword));

    private static T Aside<T>(Func<T> work)
    {
        var (result, fault) = (default(T), (ExceptionDispatchInfo?)null);
        var thread = new Thread(() =>
        {
            StandBack();
            try
            {
                result = work();
            }
            catch (Exception error)
            {
                fault = ExceptionDispatchInfo.Capture(error);
            }
        }) { IsBackground = true, Name = "Passwords" };
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result!;
    }

    /// <summary>On Linux the priorities of .NET change nothing, but a thread has a nice value (setpriority(2), "C library/kernel differences").</summary>
    private static void StandBack()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(Process, ThisThread, Nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        }
    }

    [SupportedOSPlatform("linux")]
    [DllImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
