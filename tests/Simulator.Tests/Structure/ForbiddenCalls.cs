using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Simulator.Tests.Structure;

/// <summary>
/// Finds in an assembly's metadata what the model may not use: functions whose bits differ between machines, instructions that
/// not every machine has, and the world outside (files, console, clock, chance).
/// </summary>
internal static class ForbiddenCalls
{
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "Pow", "Exp", "Exp2", "Exp10", "ExpM1", "Log", "Log2", "Log10", "LogP1", "Sin", "Cos", "Tan", "SinCos", "SinPi", "CosPi",
        "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh", "Cbrt", "RootN", "Hypot", "ScaleB",
        "FusedMultiplyAdd", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate",
    };

    // Sums across lanes have an order of their own on each machine; Sum of a list of members is not one of them.
    private static readonly HashSet<string> AcrossLanes = new(StringComparer.Ordinal) { "Sum", "Dot" };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "Math", "MathF", "Double", "Single", "Half" };

    // A machine's own instruction may be used for what is exact, here products of whole numbers, beside a road for machines without it.
    private static readonly HashSet<string> MachineTypes = new(StringComparer.Ordinal) { "System.Runtime.Intrinsics.X86.Avx2", "System.Runtime.Intrinsics.X86.Avx512F" };

    private static readonly HashSet<string> MachineMembers = new(StringComparer.Ordinal) { "get_IsSupported", "Multiply" };

    private static readonly HashSet<string> Outside = new(StringComparer.Ordinal)
    {
        "System.Console", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Random", "System.Guid",
        "System.Environment", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
    };

    public static IReadOnlyList<string> In(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        MetadataReader metadata = file.GetMetadataReader();
        List<string> found = [];
        foreach (TypeReferenceHandle handle in metadata.TypeReferences)
        {
            (string space, string name) = Name(metadata, handle);
            bool isMachine = IsMachine(space) && !MachineTypes.Contains($"{space}.{name}");
            bool isTensor = space.StartsWith("System.Numerics.Tensors", StringComparison.Ordinal);
            bool isFile = space.StartsWith("System.IO", StringComparison.Ordinal) || space.StartsWith("System.Net", StringComparison.Ordinal);
            if (isMachine || isTensor || isFile || Outside.Contains($"{space}.{name}"))
            {
                found.Add($"{space}.{name}");
            }
        }

        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            string name = metadata.GetString(member.Name);
            (string space, string type) = Parent(metadata, member);
            if (IsForbidden(space, type, name))
            {
                found.Add($"{space}.{type}.{name}");
            }
        }

        return found;
    }

    private static bool IsMachine(string space) => space.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal);

    private static bool IsForbidden(string space, string type, string name)
    {
        if (IsMachine(space))
        {
            return !MachineMembers.Contains(name);
        }

        if (space == "System" && Numbers.Contains(type))
        {
            return Functions.Contains(name);
        }

        bool isVector = (space == "System.Runtime.Intrinsics" || space == "System.Numerics") && type.StartsWith("Vector", StringComparison.Ordinal);
        return isVector
            && (Functions.Contains(name)
                || AcrossLanes.Contains(name)
                || name.EndsWith("Native", StringComparison.Ordinal)
                || name.EndsWith("Estimate", StringComparison.Ordinal));
    }

    private static (string Space, string Type) Parent(MetadataReader metadata, MemberReference member) => member.Parent.Kind switch
    {
        HandleKind.TypeReference => Name(metadata, (TypeReferenceHandle)member.Parent),
        HandleKind.TypeSpecification => GenericName(metadata, (TypeSpecificationHandle)member.Parent),
        _ => ("", ""),
    };

    private static (string Space, string Type) Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    /// <summary>The type of which a member's parent, such as Vector512 of double, is an instance.</summary>
    private static (string Space, string Type) GenericName(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        BlobReader blob = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return ("", "");
        }

        blob.ReadByte();
        EntityHandle type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? Name(metadata, (TypeReferenceHandle)type) : ("", "");
    }
}
