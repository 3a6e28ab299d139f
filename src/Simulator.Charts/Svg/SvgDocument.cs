namespace Simulator.Charts.Svg;

/// <summary>A figure as SVG, with the size that it took.</summary>
/// <param name="Text">The document; write it as UTF-8.</param>
/// <param name="Width">Width in pixels of 1/96 inch.</param>
/// <param name="Height">Height in pixels of 1/96 inch.</param>
public sealed record SvgDocument(string Text, double Width, double Height);
