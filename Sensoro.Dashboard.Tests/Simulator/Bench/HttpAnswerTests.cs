using System.Text;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class HttpAnswerTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd", 200, false)]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", 401, false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n", 200, false)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx", 503, true)]
    public void TryRead_AnswerInPieces_IsWholeWithItsLastByte(string text, int status, bool closes)
    {
        var answer = Encoding.ASCII.GetBytes(text);

        for (var length = 0; length < answer.Length; length++)
        {
            Assert.False(HttpAnswer.TryRead(answer.AsSpan(0, length), out _, out _));
        }

        Assert.True(HttpAnswer.TryRead(answer, out var found, out var ends));
        Assert.Equal((status, closes), (found, ends));
    }
}
