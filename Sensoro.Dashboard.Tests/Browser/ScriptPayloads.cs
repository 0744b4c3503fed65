namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>
/// Texts that run in a page that takes them for anything but text: each in a way of its own, and each tells of it in <c>window.wasRun</c>.
/// </summary>
internal static class ScriptPayloads
{
    private const string Run = "window.wasRun=1";

    public static IReadOnlyList<string> All { get; } =
    [
        // Elements that run by themselves.
        $"<script>{Run}</script>",
        $"<SCRIPT>{Run}</SCRIPT>",
        $"<script src=data:text/javascript,{Run}></script>",
        $"<script type=module>{Run}</script>",
        $"<scr<script>ipt>{Run}</scr</script>ipt>",
        $"<script/x>{Run}</script>",
        $"</script><script>{Run}</script>",
        $"</title><script>{Run}</script>",
        $"</style><script>{Run}</script>",
        $"</textarea><script>{Run}</script>",
        $"--><script>{Run}</script><!--",
        $"<![CDATA[<script>{Run}</script>]]>",
        $"<noscript><p title=\"</noscript><script>{Run}</script>\">",

        // Handlers.
        $"<img src=x onerror={Run}>",
        $"<img src=x onerror=\"{Run}\">",
        $"<IMG SRC=x OnErRoR={Run}>",
        $"<img/src=x/onerror={Run}>",
        $"<img src=x onerror\n=\n{Run}>",
        $"<image src=x onerror={Run}>",
        $"<video src=x onerror={Run}>",
        $"<audio src=x onerror={Run}>",
        $"<video><source onerror={Run}></video>",
        $"<body onload={Run}>",
        $"<input autofocus onfocus={Run}>",
        $"<select autofocus onfocus={Run}>",
        $"<details open ontoggle={Run}>",
        $"<marquee onstart={Run}>",
        $"<a href=# autofocus tabindex=1 onfocus={Run}>x</a>",
        $"<p style=\"animation:x\" onanimationstart={Run}>",
        $"<dialog open onclose={Run}><form method=dialog><button>x</button></form></dialog>",
        $"<object data=x onerror={Run}>",
        $"<style onload={Run}></style>",
        $"<link rel=stylesheet href=data:text/css, onload={Run}>",

        // SVG and MathML.
        $"<svg onload={Run}>",
        $"<svg/onload={Run}>",
        $"<svg><script>{Run}</script></svg>",
        $"<svg><animate onbegin={Run} attributeName=x dur=1s>",
        $"<svg><set onbegin={Run} attributeName=x to=y>",
        $"<svg><use href=\"data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>{Run}</script></svg>#x\">",
        $"<svg><foreignObject><img src=x onerror={Run}></foreignObject></svg>",
        $"<math><mtext><img src=x onerror={Run}></mtext></math>",
        $"<math><mi xlink:href=\"javascript:{Run}\">x</mi></math>",

        // Frames and addresses.
        $"<iframe src=\"javascript:{Run}\"></iframe>",
        $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
        $"<embed src=\"javascript:{Run}\">",
        $"<form action=\"javascript:{Run}\"><button autofocus>x</button></form>",
        $"<base href=\"javascript:{Run}//\">",
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Run}\">",
        $"javascript:{Run}",
        $"java\tscript:{Run}",
        $"data:text/html,<script>{Run}</script>",

        // Out of attributes, strings and templates.
        $"\"><img src=x onerror={Run}>",
        $"'><img src=x onerror={Run}>",
        $"\" onmouseover=\"{Run}\" x=\"",
        $"' autofocus onfocus='{Run}",
        $"';{Run};//",
        $"\";{Run};//",
        $"\\\";{Run};//",
        $"`${{{Run}}}`",
        $"{{{{constructor.constructor('{Run}')()}}}}",
        $"@({Run})",

        // Texts that are decoded once too often.
        $"&lt;img src=x onerror={Run}&gt;",
        $"%3Cimg%20src=x%20onerror={Run}%3E",
        $"\\u003cimg src=x onerror={Run}\\u003e",
        $"\uFF1Cimg src=x onerror={Run}\uFF1E",
    ];
}
