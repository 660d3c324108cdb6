import html5lib
import pytest

from participatie.core.markdown import ATTRIBUTES, TAGS, render

LONG = 20_000
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://kwaad.example></iframe>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](java\nscript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:msgbox)",
    "[klik](https://goed.example 'x\" onclick=\"alert(1)')",
    "![foto](data:image/png;base64,AAAA)",
    "![foto](https://volgt.example/pixel.gif)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "<style>*{display:none}</style>",
    "<!--><script>alert(1)</script>-->",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "# <img src=x onerror=alert(1)>",
    '<a href="x" style="position:fixed">x</a>',
]
BOMBS = [
    ">" * LONG,
    "- " * (LONG // 2),
    "[" * LONG,
    "![" * (LONG // 2),
    "*a **a " * (LONG // 7),
    "`" * LONG,
    "&#x" * (LONG // 3),
    "<" * LONG,
    "".join(f"{' ' * depth}- a\n" for depth in range(190)),
]


def elements(text):
    tree = html5lib.parseFragment(str(render(text).html), namespaceHTMLElements=False)
    return [
        one for one in tree.iter() if isinstance(one.tag, str) and one.tag != "DOCUMENT_FRAGMENT"
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_only_a_few_tags_and_attributes_are_left(attack) -> None:
    allowed = {"a": {"href", "rel"}} | {
        tag: known for tag, known in ATTRIBUTES.items() if tag != "a"
    }
    wrong = [
        one.tag
        for one in elements(attack)
        if one.tag not in TAGS or set(one.attrib) - allowed.get(one.tag, set())
    ]
    assert wrong == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_link_leads_to_a_page_or_a_mail_only(attack) -> None:
    addresses = [one.get("href", "") for one in elements(attack)]
    schemes = {address.partition(":")[0] for address in addresses if ":" in address}
    assert schemes <= {"https", "http", "mailto", "tel"}


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb[:6])
def test_a_text_made_to_be_hard_gives_no_deep_page(bomb) -> None:
    assert str(render(bomb).html).count("<blockquote>") + str(render(bomb).html).count("<ul>") < 40


def test_headings_stand_below_the_title_of_the_page() -> None:
    assert "<h2" in render("# Eerst\n\n## Dan").html


def test_the_contents_name_the_largest_headings() -> None:
    assert [kop.tekst for kop in render("## Een *twee*\n\n### Drie\n\n## Vier").koppen] == [
        "Een twee",
        "Vier",
    ]


def test_the_contents_lead_to_the_headings() -> None:
    made = render("## Een\n\n## Twee")
    assert all(f'id="{kop.id}"' in made.html for kop in made.koppen)


def test_a_link_within_the_site_stays() -> None:
    assert '<a href="/agenda"' in render("[agenda](/agenda)").html
