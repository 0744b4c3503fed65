using System.Net;

namespace Sensoro.Simulator.Bench.SignIns;

/// <summary>What came back of a guess.</summary>
/// <param name="Status">Refusals are redirects, too.</param>
/// <param name="LeadsOn">It leads elsewhere than back to the sign-in page: the guess was right.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record SignInAnswer(HttpStatusCode Status, bool LeadsOn, double Milliseconds);
