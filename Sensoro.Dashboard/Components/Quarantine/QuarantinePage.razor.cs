using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Quarantine;

/// <summary>What was turned away but kept: why, and how it is put right. Whatever changes something asks first, with the count.</summary>
public sealed partial class QuarantinePage : LoadingComponent
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly QuarantineState _state = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private bool _subscribed;
    private bool _isStarting;
    private bool _wasRunning;
    private long _readAt;
    private long _countWhenRead;

    /// <summary>Part of an SN.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "reason")]
    public string? ReasonText { get; set; }

    /// <summary>The push in the drawer, as the address says it.</summary>
    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenText { get; set; }

    [Inject]
    internal QuarantineDesk Desk { get; set; } = default!;

    [Inject]
    internal StoredApplications Stored { get; set; } = default!;

    [Inject]
    public required QuarantineQueries Refused { get; set; }

    [Inject]
    public required IOptions<QuarantineOptions> Bounds { get; set; }

    [Inject]
    public required IOptions<ConnectOptions> Connect { get; set; }

    [Inject]
    public required ApplicationTraffic Traffic { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>What is no number opens nothing.</summary>
    private long? Open => long.TryParse(OpenText, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private bool IsBusy => _isStarting || Desk.Run is { IsRunning: true };

    private string Sentence => _state.Reasons.Values.Sum() switch
    {
        0 => Texts["SentenceNone"],
        1 => Texts["SentenceOne"],
        var many => Texts["SentenceMany", Number(many)],
    };

    protected override void OnInitialized()
    {
        Desk.Changed += Follow;
        _wasRunning = Desk.Run is { IsRunning: true };
        _names = ApplicationRow.All(Connect.Value, Stored, Traffic).ToDictionary(static row => row.AppId, static row => row.DisplayName, StringComparer.Ordinal);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_state.Narrow(QuarantineQuery.Parse(Text, ReasonText)) && _subscribed)
        {
            await ReadAsync();
        }
    }

    protected override void OnDisposed() => Desk.Changed -= Follow;

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string NameOf(string appId) => _names.GetValueOrDefault(appId, appId);

    private Task ReadAsync() => LoadAsync(async gone =>
    {
        _subscribed = true;
        (_readAt, _countWhenRead) = (Time.GetTimestamp(), Refused.Count);
        var query = _state.Query;
        var rows = await Refused.NewestAsync(query.Filter, null, Math.Max(QuarantineState.PageSize, _state.Rows.Count), gone);
        var total = await Refused.CountAsync(query.Filter, gone);
        var reasons = await Refused.CountByReasonAsync(gone);
        if (query == _state.Query)
        {
            _state.Load(rows, total, reasons);
        }
    });

    private Task LoadOlderAsync() => LoadAsync(async gone =>
        _state.AddOlder(await Refused.NewestAsync(_state.Query.Filter, _state.Rows[^1].Id, QuarantineState.PageSize, gone)));

    /// <summary>More came, or somebody took some out. A second delivery changes no count: that is seen at the next read.</summary>
    private Task FollowAsync(FeedUpdate update) =>
        Refused.Count != _countWhenRead && Time.GetElapsedTime(_readAt) >= Pace ? ReadAsync() : Task.CompletedTask;

    /// <summary>The desk tells from its own thread.</summary>
    private void Follow() => _ = InvokeAsync(async () =>
    {
        var isRunning = Desk.Run is { IsRunning: true };
        if (_wasRunning && !isRunning)
        {
            await ReadAsync();
        }

        _wasRunning = isRunning;
        StateHasChanged();
    });

    private void Find(ChangeEventArgs change) =>
        Navigation.NavigateTo((_state.Query with { Text = change.Value?.ToString()?.Trim() ?? "" }).Href(null), replace: true);

    private void ChooseShown(ChangeEventArgs change) => _state.ChooseShown(change.Value is true);

    private void Close() => Navigation.NavigateTo(_state.Query.Href(null), replace: true);

    private async Task VerifyAsync() => await RunAsync(QuarantineTask.Verify, _state.Selection);

    /// <summary>Judged first, so that the question says what will happen.</summary>
    private async Task ReplayAsync()
    {
        var selection = _state.Selection;
        if (await RunAsync(QuarantineTask.Verify, selection) is not { HasFailed: false, WasStopped: false, Good: > 0 } judged)
        {
            return;
        }

        if (await IsConfirmedAsync(Texts[judged.Good == 1 ? "ReplayOne" : "ReplayMany", Number(judged.Good)], Summary(judged), Texts["ReplayYes", Number(judged.Good)]))
        {
            await RunAsync(QuarantineTask.Replay, selection);
        }
    }

    private async Task DeleteAsync()
    {
        var (selection, count) = (_state.Selection, _state.Affected);
        if (await IsConfirmedAsync(Texts[count == 1 ? "DeleteOne" : "DeleteMany", Number(count)], Texts["DeleteText"], Texts["DeleteYes", Number(count)]))
        {
            await RunAsync(QuarantineTask.Delete, selection);
        }
    }

    private string Summary(QuarantineRun judged)
    {
        string sentence = Texts["Judged", Number(judged.Good), Number(judged.Done), Number(judged.Devices)];
        return judged is { OldestReport: { } oldest, NewestReport: { } newest }
            ? $"{sentence} {Texts["Reported", LocalTime.DayAndClock(oldest, Time), LocalTime.DayAndClock(newest, Time)]} {Texts["NewerStay"]}"
            : $"{sentence} {Texts["NewerStay"]}";
    }

    /// <summary>The run when it has ended; null when another one was in the way or the reader has left.</summary>
    private async Task<QuarantineRun?> RunAsync(QuarantineTask task, QuarantineFilter selection)
    {
        if (_isStarting)
        {
            return null;
        }

        _isStarting = true;
        QuarantineRun? ended = null;
        await LoadAsync(async gone =>
        {
            if (await Desk.TryStartAsync(task, selection, gone))
            {
                await Desk.Work.WaitAsync(gone);
                ended = Desk.Run;
            }
        });
        _isStarting = false;
        return ended;
    }

    private async Task<bool> IsConfirmedAsync(string title, string question, string yes) => await Dialogs.ShowMessageBoxAsync(
        title, question, yesText: yes, cancelText: Texts["Cancel"], options: new DialogOptions { CloseOnEscapeKey = true }) is true;
}
