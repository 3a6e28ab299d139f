using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Simulator.Reports.Runs;

/// <summary>One file of a run.</summary>
/// <param name="Path">Path inside the run folder, with forward slashes.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits; empty for derived files.</param>
/// <param name="IsDerived">True for files whose bytes depend on the machine (PNG, PDF): listed, not hashed.</param>
public sealed record RunFile(string Path, long Bytes, string Sha256, bool IsDerived = false);

/// <summary>
/// The folder in which a run is written before it is moved to its place. Every file is hashed while it is written.
/// Files may be written from several threads at once.
/// </summary>
public sealed class StagingFolder
{
    private readonly string _root;
    private readonly Func<string, Stream> _open;
    private readonly CancellationToken _cancel;
    private readonly ConcurrentDictionary<string, RunFile> _files = new(StringComparer.Ordinal);

    internal StagingFolder(string root, Func<string, Stream> open, CancellationToken cancel)
    {
        _root = root;
        _open = open;
        _cancel = cancel;
    }

    /// <summary>The files completed so far, in ordinal order of their paths.</summary>
    public IReadOnlyList<RunFile> Files => [.. _files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>Starts a file. It counts as written when the stream is disposed.</summary>
    /// <param name="path">Path inside the run folder, with forward slashes and no "..".</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public Stream Create(string path) => Create(path, isDerived: false);

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">Path inside the run folder.</param>
    /// <param name="content">The bytes.</param>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        using Stream stream = Create(path);
        stream.Write(content);
    }

    /// <summary>Writes a whole file whose bytes depend on the machine: it is listed and not hashed.</summary>
    /// <param name="path">Path inside the run folder.</param>
    /// <param name="content">The bytes.</param>
    public void WriteDerived(string path, ReadOnlySpan<byte> content)
    {
        using Stream stream = Create(path, isDerived: true);
        stream.Write(content);
    }

    /// <summary>Lets a library that writes files by itself write one, and hashes it afterwards.</summary>
    /// <param name="path">Path inside the run folder.</param>
    /// <param name="write">Writes the file; given its full path.</param>
    public void WriteFile(string path, Action<string> write)
    {
        string full = Place(path);
        write(full);
        using FileStream content = File.OpenRead(full);
        _files[path] = new RunFile(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private HashedFile Create(string path, bool isDerived) => new(this, path, _open(Place(path)), isDerived, _cancel);

    private string Place(string path)
    {
        _cancel.ThrowIfCancellationRequested();
        if (path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(p => p is "" or "." or ".."))
        {
            throw new ArgumentException($"\"{path}\" is not a path inside a run folder.", nameof(path));
        }

        string full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    /// <summary>A write-only stream that hashes what passes and reports the finished file to its folder.</summary>
    private sealed class HashedFile(StagingFolder folder, string path, Stream inner, bool isDerived, CancellationToken cancel) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _bytes;
        private bool _isClosed;
        private bool _isBroken;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _bytes;

        public override long Position
        {
            get => _bytes;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                inner.Write(buffer);
            }
            catch
            {
                _isBroken = true;
                throw;
            }

            _hash.AppendData(buffer);
            _bytes += buffer.Length;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (!disposing || _isClosed)
            {
                base.Dispose(disposing);
                return;
            }

            _isClosed = true;
            try
            {
                inner.Dispose();
                RunFile file = isDerived
                    ? new(path, 0, "", IsDerived: true)
                    : new(path, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
                if (!_isBroken && !folder._files.TryAdd(path, file))
                {
                    throw new InvalidOperationException($"{path} was written twice in one run.");
                }
            }
            finally
            {
                _hash.Dispose();
                base.Dispose(disposing);
            }
        }
    }
}
