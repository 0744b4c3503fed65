using System.Net;
using System.Text;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Forms that no page of the program sends: too long, broken, or with what nobody asked for.</summary>
public sealed class FormTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private const int TooMuch = 100_000;

    private static readonly string[] Forms = ["/account/sign-in", "/account/sign-out", "/account/password", "/setup", "/invitation?code=x"];

    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["a form that the page does not have"] = "_handler=other",
        ["no form at all"] = "Form.UserName=a",
        ["a field twice"] = "_handler=sign-in&Form.UserName=a&Form.UserName=b&Form.Password=c&Form.Password=d",
        ["a tick that is none"] = "_handler=sign-in&Form.Keep=banana&Form.UserName=a",
        ["fields of another kind"] = "_handler=sign-in&Form[0].UserName=a&Form.UserName[1]=b&Form.UserName.Length=3",
        ["fields of the account"] = "_handler=sign-in&Form.UserName=a&Form.Role=3&Form.IsActive=true&Form.Id=1",
        ["escapes that are none"] = "_handler=sign-in&Form.UserName=%zz%&Form.Password=%",
        ["bytes that are no text"] = "_handler=sign-in&Form.UserName=%ff%fe%00%c3%28&Form.Password=%00",
        ["letters in half"] = "_handler=sign-in&Form.UserName=%ed%a0%80&Form.Password=%ed%b0%80",
        ["a deep name"] = "_handler=sign-in&Form" + string.Concat(Enumerable.Repeat(".a", 500)) + "=1",
        ["a long name"] = "_handler=sign-in&" + new string('x', 5_000) + "=1",
        ["long values"] = "_handler=sign-in&Form.UserName=" + new string('x', 20_000) + "&Form.Password=" + new string('y', 20_000),
    };

    public static TheoryData<string, bool> TooLong
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var path in Forms)
            {
                data.Add(path, true);
                data.Add(path, false);
            }

            return data;
        }
    }

    public static TheoryData<string> Kinds => [.. Broken.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Whether it says how long it is, or only turns out to be.</summary>
    [Theory]
    [MemberData(nameof(TooLong))]
    public async Task Form_ThatIsTooLong_IsRefusedWithTheBound(string path, bool saysItsLength)
    {
        using var content = new StringContent("_handler=sign-in&Form.UserName=" + new string('x', TooMuch), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await SendAsync(dashboard.Client, path, content, isChunked: !saysItsLength);

        Assert.Equal(saysItsLength ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("65536 bytes", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fields")]
    [InlineData("parts")]
    [InlineData("a border without an end")]
    public async Task Form_OfTooManyPieces_IsRefusedWithWords(string kind)
    {
        using var content = Pieces(kind);
        using var answer = await SendAsync(dashboard.Stranger, "/account/sign-in", content, isChunked: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The form was not taken", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Form_ThatIsBroken_LetsNobodyInAndIsNoFaultOfTheProgram(string kind)
    {
        // Each counts as a wrong try from here, and after ten of them nobody else would be let in.
        await using var own = new DashboardFactory();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = own.Address };
        var token = await SessionCookie.FormTokenAsync(client, "/account/sign-in");
        using var content = new StringContent($"{Broken[kind]}&__RequestVerificationToken={Uri.EscapeDataString(token)}", Encoding.ASCII, "application/x-www-form-urlencoded");

        using var answer = await SendAsync(client, "/account/sign-in", content, isChunked: false);

        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], static cookie => cookie.StartsWith(SessionCookie.Name, StringComparison.Ordinal));
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Cancelled));
            return;
        }

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("account-fault", await client.GetStringAsync(answer.Headers.Location, Cancelled), StringComparison.Ordinal);
    }

    private static HttpContent Pieces(string kind)
    {
        if (kind == "fields")
        {
            return new StringContent(string.Join('&', Enumerable.Range(0, 5_000).Select(static number => $"f{number}=1")), Encoding.ASCII, "application/x-www-form-urlencoded");
        }

        var parts = new MultipartFormDataContent(kind == "parts" ? "border" : new string('b', 70));
        foreach (var number in Enumerable.Range(0, kind == "parts" ? 500 : 0))
        {
            parts.Add(new StringContent("x"), $"f{number}");
        }

        return kind == "parts" ? parts : Endless(parts);
    }

    private static ByteArrayContent Endless(MultipartFormDataContent parts)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes("--" + new string('b', 70) + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"));
        content.Headers.ContentType = parts.Headers.ContentType;
        parts.Dispose();
        return content;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, HttpContent content, bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.Add("Origin", client.BaseAddress?.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request, Cancelled);
    }
}
