using Microsoft.AspNetCore.Components;
using MudBlazor;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Security;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>Changes one stored application. What cannot be taken back is asked for first, with its effect.</summary>
public sealed partial class ApplicationEditor
{
    private string? _name;
    private string _appKey = "";
    private string _appSecret = "";
    private ApplicationFault _fault;
    private int _round;

    [Inject]
    internal StoredApplications Stored { get; set; } = default!;

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Parameter, EditorRequired]
    public required ApplicationRow Row { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClosed { get; set; }

    /// <summary>Whether the old keys are still in use, as far as this run of the program has seen.</summary>
    private string OldKeys => Row is { Pushes.PreviousKeysAt: { } used, Stored: { } stored } && used >= RotatedAt(stored)
        ? Texts["OldKeysUsed", LocalTime.DayAndClock(used, Time)]
        : Texts["OldKeysUnused"];

    private static DateTimeOffset RotatedAt(ApplicationSummary stored) =>
        stored.AppKeySetAt > stored.AppSecretSetAt ? stored.AppKeySetAt : stored.AppSecretSetAt;

    private async Task SaveAsync()
    {
        var hasKeys = _appKey.Length > 0 || _appSecret.Length > 0;
        var isRenamed = _name is not null && _name != Row.Name;
        _fault = (hasKeys, Row.Stored) switch
        {
            (true, { IsSealed: true }) => Stored.Add(new ApplicationKeys(Row.AppId, _name ?? Row.Name, _appKey, _appSecret)),
            (true, _) => Stored.Rotate(Row.AppId, _appKey, _appSecret),
            _ => isRenamed ? ApplicationFault.None : ApplicationFault.NothingNew,
        };
        if (_fault == ApplicationFault.None && isRenamed)
        {
            _fault = Stored.Rename(Row.AppId, _name ?? "");
        }

        await ShowOutcomeAsync(closes: true);
    }

    private async Task EndRotationAsync()
    {
        if (await IsConfirmedAsync("EndRotationTitle", $"{Texts["EndRotationQuestion"]} {OldKeys}", "EndRotationYes"))
        {
            _fault = Stored.EndRotation(Row.AppId);
            await ShowOutcomeAsync(closes: false);
        }
    }

    private async Task TakeBackAsync()
    {
        if (await IsConfirmedAsync("TakeBackTitle", Texts["TakeBackQuestion"], "TakeBackYes"))
        {
            _fault = Stored.TakeBackRotation(Row.AppId);
            await ShowOutcomeAsync(closes: false);
        }
    }

    private async Task RemoveAsync()
    {
        if (await IsConfirmedAsync("RemoveTitle", Texts["RemoveQuestion"], "Remove"))
        {
            _fault = Stored.Remove(Row.AppId);
            await ShowOutcomeAsync(closes: true);
        }
    }

    private async Task<bool> IsConfirmedAsync(string title, string question, string yes) =>
        await Dialogs.ShowMessageBoxAsync(
            Texts[title, Row.DisplayName],
            question,
            yesText: Texts[yes],
            cancelText: Texts["Cancel"],
            options: new DialogOptions { CloseOnEscapeKey = true }) is true;

    /// <summary>After a change the fields start anew, so that no secret stays in the browser; after a fault they stay to be mended.</summary>
    private async Task ShowOutcomeAsync(bool closes)
    {
        if (_fault != ApplicationFault.None)
        {
            return;
        }

        (_name, _appKey, _appSecret) = (null, "", "");
        _round++;
        if (closes)
        {
            await OnClosed.InvokeAsync();
        }
    }
}
