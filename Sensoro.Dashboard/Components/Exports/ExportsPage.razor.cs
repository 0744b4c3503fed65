using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Exports;

/// <summary>Asks for exports and shows how far they are. The address holds the form; the jobs live in the program, so the page can be left.</summary>
public sealed partial class ExportsPage : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly AddressEcho<string> _echo = new();
    private string? _asked;
    private CancellationTokenSource? _estimating;
    private IReadOnlyList<ExportRecord> _jobs = [];
    private IReadOnlyList<string> _keys = [];
    private IReadOnlyList<string> _types = [];
    private ExportForm? _form;
    private ExportEstimate? _estimate;
    private ExportFault _refusal;
    private bool _failed;

    [Inject]
    public required ExportJobs Jobs { get; set; }

    [Inject]
    public required ReadingQueries Readings { get; set; }

    [Inject]
    public required DeviceQueries DeviceList { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ILogger<ExportsPage> Logger { get; set; }

    [SupplyParameterFromQuery]
    public string? What { get; set; }

    [SupplyParameterFromQuery(Name = "sn")]
    public string[]? Sns { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "metric")]
    public string[]? Metrics { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Every { get; set; }

    [SupplyParameterFromQuery]
    public string? Format { get; set; }

    [SupplyParameterFromQuery]
    public string? Zone { get; set; }

    [SupplyParameterFromQuery]
    public string? Bom { get; set; }

    [SupplyParameterFromQuery]
    public string? Units { get; set; }

    private bool CanStart => _form is { } form && _estimate is not null && !_failed && form.RangeFault(Time.GetUtcNow()) == Domain.Readings.TimeRangeFault.None;

    public void Dispose()
    {
        Jobs.Ended -= ShowEnd;
        _gone.Cancel();
        _gone.Dispose();
        _estimating?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_echo.IsOvertaken(Navigation.Uri) || Navigation.Uri == _asked)
        {
            return;
        }

        _asked = null;
        _form = ExportForm.Read(
            new ExportQuery
            {
                What = What,
                Sns = Sns,
                Search = Search,
                Status = Status,
                Type = Type,
                Tag = Tag,
                View = View,
                Metrics = Metrics,
                From = From,
                To = To,
                Every = Every,
                Format = Format,
                Zone = Zone,
                Bom = Bom,
                Units = Units,
            },
            Time);
        _refusal = ExportFault.None;
        _jobs = Jobs.All;
        if (RendererInfo.IsInteractive)
        {
            await EstimateAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Jobs.Ended += ShowEnd;
            await LookAsync();
        }
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Counts anew for the form as it is now; an older count that is still under way is given up.</summary>
    private async Task EstimateAsync()
    {
        _estimating?.Cancel();
        _estimating?.Dispose();
        _estimating = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        var mine = _estimating.Token;
        (_estimate, _failed) = (null, false);
        if (_form is not { } form || form.RangeFault(Time.GetUtcNow()) != Domain.Readings.TimeRangeFault.None)
        {
            return;
        }

        try
        {
            var estimate = await Jobs.EstimateAsync(form.ToRequest(), mine);
            if (_keys.Count == 0)
            {
                _keys = await Readings.KeysAsync(mine);
                _types = await DeviceList.TypesAsync(mine);
            }

            if (!mine.IsCancellationRequested)
            {
                _estimate = estimate;
            }
        }
        catch (OperationCanceledException)
        {
            // The form has changed, or the reader has left.
        }
        catch (Exception error)
        {
            Log.EstimateFailed(Logger, error);
            _failed = true;
        }
    }

    private void Start()
    {
        if (_form is { } form && _estimate is { } estimate)
        {
            _refusal = Jobs.Start(form.ToRequest(), estimate);
            _jobs = Jobs.All;
        }
    }

    private void Cancel(string id)
    {
        Jobs.Cancel(id);
        _jobs = Jobs.All;
    }

    private void Delete(string id)
    {
        Jobs.Delete(id);
        _jobs = Jobs.All;
    }

    /// <summary>What is chosen next starts from this form, and is counted for it, whether or not the browser has shown its address by then.</summary>
    private Task GoAsync(ExportForm form)
    {
        (_form, _refusal) = (form, ExportFault.None);
        _asked = Navigation.GetUriWithQueryParameters(form.Write(Time.LocalTimeZone));
        _echo.Ask(_asked);
        Navigation.NavigateTo(_asked, replace: true);
        return EstimateAsync();
    }

    private void ShowEnd(ExportRecord ended) => _ = InvokeAsync(Look);

    private void Look()
    {
        var jobs = Jobs.All;
        if (!_gone.IsCancellationRequested && !jobs.SequenceEqual(_jobs))
        {
            _jobs = jobs;
            StateHasChanged();
        }
    }

    /// <summary>Looks at the jobs once a second for their progress; the end of one is told by itself.</summary>
    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Pace, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                Look();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    }
}
