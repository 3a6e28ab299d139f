using System.Reflection;
using System.Reflection.Emit;

namespace Simulator.Tests.Structure;

/// <summary>Which types a type uses: in its signatures, in its locals and in the code of its methods.</summary>
internal static class References
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type)
    {
        IEnumerable<Type> used = type.GetInterfaces()
            .Concat(type.BaseType is null ? [] : [type.BaseType])
            .Concat(type.GetFields(Everything).Select(f => f.FieldType))
            .Concat(type.GetConstructors(Everything).SelectMany(Method))
            .Concat(type.GetMethods(Everything).SelectMany(Method));
        return used.SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Method(MethodBase method)
    {
        IEnumerable<Type> signature = method.GetParameters().Select(p => p.ParameterType)
            .Concat(method is MethodInfo info ? [info.ReturnType] : []);
        MethodBody? body = method.GetMethodBody();
        return body is null ? signature : signature.Concat(body.LocalVariables.Select(l => l.LocalType)).Concat(Code(method, body));
    }

    private static IEnumerable<Type> Code(MethodBase method, MethodBody body)
    {
        byte[] code = body.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType?.GetGenericArguments() ?? [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < code.Length;)
        {
            OpCode operation = code[at] == 0xfe ? OpCodes[(short)(0xfe00 | code[at + 1])] : OpCodes[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                MemberInfo? member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod);
                foreach (Type type in Member(member))
                {
                    yield return type;
                }
            }

            at += OperandSize(operation, code, at);
        }
    }

    private static IEnumerable<Type> Member(MemberInfo? member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments().Append(method.DeclaringType!),
        { DeclaringType: { } declaring } => [declaring],
        _ => [],
    };

    private static int OperandSize(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
