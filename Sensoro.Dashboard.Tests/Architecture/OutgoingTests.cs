using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>
/// The program fetches nothing for anybody. Addresses that are configured for browsers, such as those of tiles, are never asked by the
/// server, so that nobody can make it look around in its own network. Test pushes go to the configured address, the sign-in
/// to the configured provider, the demo's to its own.
/// </summary>
public sealed class OutgoingTests
{
    [Fact]
    public void HttpClient_OutsideTestPushesAndTheDemo_IsNotUsed() =>
        Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard)).And().DoNotResideInNamespaceMatching($"^{Source.Dashboard}\\.(TestPushes|Demo)(\\.|$)")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullNameMatching(@"^System\.Net\.(Http\.(HttpClient|HttpMessageInvoker|SocketsHttpHandler|IHttpClientFactory)|WebRequest|WebClient|Mail\..*|Sockets\.(TcpClient|UdpClient|Socket))$"))
            .AndShould().NotDependOnAny(Types(includeReferenced: true).That().HaveFullNameMatching(@"^System\.Net\.WebSockets\.ClientWebSocket$"))
            .Check(Source.Types);

    [Fact]
    public void XmlAndArchives_InTheWholeProgram_AreNotRead() =>
        Types().That().ResideInNamespaceMatching(Source.Below(Source.Dashboard))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullNameMatching(@"^System\.(Xml\.(XmlReader|XmlDocument|Linq\.X.*)|IO\.Compression\.(ZipArchive|GZipStream|DeflateStream|BrotliStream|ZLibStream))$"))
            .WithoutRequiringPositiveResults().Check(Source.Types);
}
