namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>
/// Knows all tokens before the first request, looks every few seconds whether another program has changed one, and writes down every
/// minute which were used.
/// </summary>
internal sealed class TokenWorker(TokenRoster roster, TokenUses uses, TimeProvider time, ILogger<TokenWorker> logger) : BackgroundService
{
    private const int LooksPerWrite = 20;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        roster.Reload();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        for (var look = 1; await NextAsync(timer, stoppingToken); look++)
        {
            try
            {
                if (look % LooksPerWrite == 0)
                {
                    await uses.WriteAsync(stoppingToken);
                }

                roster.Reload();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // What is known stays: a database that is away for a moment must refuse nobody.
                Log.TokensNotRead(logger, error);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
