using Simulator.Charts.Text;

namespace Simulator.Charts.Tests.Text;

public class NameOrderTests
{
    [Theory]
    [InlineData("en", "Türkiye", "United Kingdom", "Åland", "Albania", "Zambia", "Åland Albania Türkiye United Kingdom Zambia")]
    [InlineData("de", "Zypern", "Österreich", "Norwegen", "Polen", "Ungarn", "Norwegen Österreich Polen Ungarn Zypern")]
    [InlineData("fr", "États-Unis", "Estonie", "Finlande", "Îles", "Italie", "Estonie États-Unis Finlande Îles Italie")]
    [InlineData("pl", "Łotwa", "Luksemburg", "Macedonia", "Litwa", "Czechy", "Czechy Litwa Luksemburg Łotwa Macedonia")]
    [InlineData("pl", "Żary", "Źródło", "Zamość", "Świdnica", "Szwecja", "Szwecja Świdnica Zamość Źródło Żary")]
    [InlineData("es", "Ñuble", "Oslo", "Noruega", "Nuuk", "Málaga", "Málaga Noruega Nuuk Ñuble Oslo")]
    public void Names_stand_as_the_language_orders_them(string code, string a, string b, string c, string d, string e, string ordered)
    {
        foreach (string culture in new[] { "", "de-DE", "sv-SE" })
        {
            NameOrder order = NameOrder.Of(ChartLanguage.All.Single(l => l.Code == code));
            Assert.Equal(ordered, InCulture.Run(culture, () => string.Join(' ', new[] { a, b, c, d, e }.Order(order))));
        }
    }

    [Fact]
    public void Two_names_that_differ_in_accents_alone_keep_one_order()
    {
        NameOrder order = NameOrder.Of(ChartLanguage.English);
        Assert.Equal(0, order.Compare("Türkiye", "Türkiye"));
        Assert.True(order.Compare("Turkiye", "Türkiye") < 0);
        Assert.True(order.Compare("Türkiye", "Turkiye") > 0);
    }
}
