using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.SignIns;

/// <summary>
/// Guesses passwords at a steady rate until it is disposed. Behind a proxy that the dashboard believes, each guess can come from an
/// address of its own: then no address is ever paused, and each guess may cost the check of a password.
/// </summary>
internal sealed partial class SignInFlood : IAsyncDisposable
{
    private const string SignIn = "/account/sign-in";
    private const int MostOpen = 256;
    private const int AddressesPerByte = 250;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client;
    private readonly string _token;
    private readonly bool _isFromEverywhere;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _open = new(MostOpen);
    private readonly ConcurrentQueue<SignInAnswer> _answers = new();
    private readonly Task _work;
    private int _guesses;

    private SignInFlood(HttpClient client, string token, double rate, bool isFromEverywhere)
    {
        (_client, _token, _isFromEverywhere) = (client, token, isFromEverywhere);
        _work = GuessAsync(rate);
    }

    public static async Task<SignInFlood> BeginAsync(Uri address, double rate, bool isFromEverywhere, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        try
        {
            client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
            var page = await client.GetStringAsync(new Uri(SignIn, UriKind.Relative), cancellationToken);
            var token = Token().Match(page) is { Success: true } match ? match.Groups["token"].Value : throw new BenchException("The sign-in page carries no token against forgery.");
            return new SignInFlood(client, WebUtility.HtmlDecode(token), rate, isFromEverywhere);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Ends it.</summary>
    /// <returns>Each answer that came.</returns>
    public async Task<IReadOnlyList<SignInAnswer>> EndAsync()
    {
        await _stop.CancelAsync();
        await _work;
        return [.. _answers];
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _client.Dispose();
        _open.Dispose();
        _stop.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    private async Task GuessAsync(double rate)
    {
        using var timer = new PeriodicTimer(Beat);
        var (clock, open) = (Stopwatch.StartNew(), new List<Task>());
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                open.RemoveAll(static guess => guess.IsCompleted);
                for (var due = (int)(clock.Elapsed.TotalSeconds * rate); _guesses < due; _guesses++)
                {
                    if (_open.Wait(0, CancellationToken.None))
                    {
                        open.Add(GuessOnceAsync(_guesses));
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task GuessOnceAsync(int number)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(SignIn, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(
            [
                new("_handler", "sign-in"),
                new("__RequestVerificationToken", _token),
                new("Form.UserName", number % 2 == 0 ? BenchKeys.UserName : string.Create(CultureInfo.InvariantCulture, $"user{number}")),
                new("Form.Password", string.Create(CultureInfo.InvariantCulture, $"guess number {number}")),
            ]),
        };
        if (_isFromEverywhere)
        {
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"198.{18 + (number / (AddressesPerByte * AddressesPerByte))}.{number / AddressesPerByte % AddressesPerByte}.{1 + (number % AddressesPerByte)}"));
        }

        try
        {
            using var answer = await _client.SendAsync(request, _stop.Token);
            var leadsOn = answer.Headers.Location is { } target && !target.OriginalString.StartsWith(SignIn, StringComparison.Ordinal);
            _answers.Enqueue(new SignInAnswer(answer.StatusCode, leadsOn, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            // The flood ends, or the server has cut it: what counts are the answers.
        }
        finally
        {
            _open.Release();
        }
    }
}
