using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Web.Tests;

/// <summary>Bytes to the server as they are, and back: what no polite client would send.</summary>
internal static partial class RawConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends a text in Latin-1, which keeps every byte, and reads until the server closes.</summary>
    public static Task<RawAnswer> SendAsync(int port, string text) => SendAsync(port, Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes and reads until the server closes.</summary>
    /// <param name="port">Port of the server.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isHungUp">True to say that nothing more will come, where the server would wait for more.</param>
    public static async Task<RawAnswer> SendAsync(int port, byte[] bytes, bool isHungUp = false)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, port);
        NetworkStream stream = client.GetStream();
        try
        {
            await stream.WriteAsync(bytes);
            if (isHungUp)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (IOException)
        {
            // The server may hang up before it has read everything; what it said before is still there.
        }
        catch (SocketException)
        {
        }

        return await ReadAsync(stream);
    }

    /// <summary>Everything that comes until the other side closes.</summary>
    public static async Task<RawAnswer> ReadAsync(NetworkStream stream)
    {
        using CancellationTokenSource patience = new(Patience);
        using MemoryStream memory = new();
        bool isClosed = true;
        try
        {
            await stream.CopyToAsync(memory, patience.Token);
        }
        catch (IOException)
        {
            // Reset: the server threw away what was still coming.
        }
        catch (OperationCanceledException)
        {
            isClosed = false;
        }

        string text = Encoding.Latin1.GetString(memory.ToArray());
        return new RawAnswer([.. StatusLine().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))], text, isClosed);
    }

    [GeneratedRegex(@"HTTP/1\.[01] (\d{3})[^\r\n]*\r\n")]
    private static partial Regex StatusLine();
}

/// <summary>What came back.</summary>
/// <param name="Statuses">Status of each answer.</param>
/// <param name="Text">Everything, in Latin-1.</param>
/// <param name="IsClosed">True when the server ended the connection.</param>
internal sealed record RawAnswer(IReadOnlyList<int> Statuses, string Text, bool IsClosed)
{
    /// <summary>The one status; 0 when the server hung up without a word.</summary>
    public int Status => Statuses.Count == 0 ? 0 : Statuses[0];

    public string Body => Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and int end ? Text[(end + 4)..] : "";
}
