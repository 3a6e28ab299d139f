using System.Globalization;

namespace Simulator.Charts.Tests;

/// <summary>Runs something under another culture and comes back.</summary>
internal static class InCulture
{
    public static T Run<T>(string name, Func<T> body)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            return body();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
