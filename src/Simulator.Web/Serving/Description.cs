using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Simulator.Reports;
using Simulator.Web.State;

namespace Simulator.Web.Serving;

/// <summary>The description of the API at /openapi.json.</summary>
internal static class Description
{
    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "natosim explorer",
                Version = RunReport.Version,
                Description = "Scenarios of NATO defence spending. Every answer follows from its address; errors are {title, detail, diagnostics}.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesAddress>().Any())
            {
                operation.Parameters = [.. Address.Parameters.Select(Parameter)];
            }

            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi.json");

    private static OpenApiParameter Parameter(AddressParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Meaning,
        Schema = parameter.Name == "row"
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }
            : new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
