using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.TestPushes;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>One test push at a time; leaving the page ends it.</summary>
public sealed partial class TestPushPanel : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<TestPushCheck> _checks = [];
    private TestPushTarget? _target;
    private string? _appId;
    private bool _isRunning;
    private bool _failed;

    [Inject]
    internal TestPushSender Sender { get; set; } = default!;

    [Inject]
    public required ILogger<TestPushPanel> Logger { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ApplicationRow> Rows { get; set; } = [];

    /// <summary>A push has gone the whole way.</summary>
    [Parameter]
    public EventCallback OnPassed { get; set; }

    private ApplicationRow[] Usable => [.. Rows.Where(static row => row.IsUsable)];

    /// <summary>The chosen application, or the one entered last: that is the one in question.</summary>
    private string? AppId => Usable is var usable && usable.Any(row => row.AppId == _appId) ? _appId : usable.LastOrDefault()?.AppId;

    private TestPushCheck? Last => _isRunning || _checks.Count == 0 ? null : _checks[^1];

    private TestPushStep Next => (TestPushStep)_checks.Count;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task SendAsync(TestPushTarget target)
    {
        if (AppId is not { } appId)
        {
            return;
        }

        _checks.Clear();
        (_target, _isRunning, _failed) = (target, true, false);
        try
        {
            await foreach (var check in Sender.SendAsync(appId, target, _gone.Token))
            {
                _checks.Add(check);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception error)
        {
            Log.TestPushFailed(Logger, error);
            _failed = true;
        }

        _isRunning = false;
        if (Last is { Step: TestPushStep.Shown, HasPassed: true })
        {
            await OnPassed.InvokeAsync();
        }
    }
}
