import pytest

from participatie.core.paging import Page

BUTTON = '{% from "components/button.html" import button, link_button, post_button %}'
PAGES = (
    '{% from "components/pagination.html" import pagination %}'
    '{{ pagination(page, "home.index", wijk="x") }}'
)


def text(fragment) -> str:
    return " ".join("".join(fragment.itertext()).split())


def test_an_action_of_one_button_is_a_form_that_posts_with_a_token(render) -> None:
    form = render(BUTTON + '{{ post_button("Weg", "/weg", fields={"id": 4}) }}').find(".//form")
    sent = {field.get("name") for field in form.iter("input")}
    assert (form.get("method"), sent) == ("post", {"csrf_token", "id"})


def test_a_button_may_say_to_a_screen_reader_what_it_is_about(render) -> None:
    fragment = render(BUTTON + '{{ button("Bekijk", context="Speeltuin") }}')
    assert text(fragment) == "Bekijk Speeltuin"


def test_an_icon_without_a_label_is_hidden_from_screen_readers(render) -> None:
    fragment = render('{% from "components/icon.html" import icon %}{{ icon("flag") }}')
    assert fragment.find(".//span").get("aria-hidden") == "true"


def test_an_icon_with_a_label_is_an_image_with_that_name(render) -> None:
    fragment = render('{% from "components/icon.html" import icon %}{{ icon("flag", "Vlag") }}')
    assert fragment.find(".//span[@role='img']").get("aria-label") == "Vlag"


@pytest.mark.parametrize("kind", ["info", "success", "warning", "error"])
def test_an_alert_holds_its_text(render, kind) -> None:
    source = '{% from "components/alert.html" import alert %}{{ alert(kind, text="Gelukt.") }}'
    assert text(render(source, kind=kind)) == "Gelukt."


def test_a_row_without_a_value_is_left_out_of_a_data_list(render) -> None:
    source = '{% from "components/data_list.html" import data_list %}{{ data_list(rows) }}'
    fragment = render(source, rows=[("Fase", "idee"), ("Kosten", None), ("Jaar", 0)])
    assert [text(term) for term in fragment.iter("dt")] == ["Fase", "Jaar"]


def test_the_first_cell_of_a_row_names_the_row(render) -> None:
    source = (
        '{% from "components/table.html" import table %}'
        '{{ table("Geld", ["Jaar", "Bedrag"], rows) }}'
    )
    fragment = render(source, rows=[("2027", "€ 5")])
    assert fragment.find(".//tbody/tr/th").get("scope") == "row"


def test_the_links_of_a_list_keep_its_filters(render) -> None:
    fragment = render(PAGES, page=Page(items=[], number=1, total=60))
    assert {link.get("href") for link in fragment.iter("a")} == {
        "/?wijk=x&pagina=1",
        "/?wijk=x&pagina=2",
        "/?wijk=x&pagina=3",
    }


def test_the_page_someone_is_on_is_marked(render) -> None:
    fragment = render(PAGES, page=Page(items=[], number=2, total=60))
    assert text(fragment.find(".//a[@aria-current='page']")) == "Pagina 2"


def test_a_list_of_one_page_has_no_page_links(render) -> None:
    assert render(PAGES, page=Page(items=[], number=1, total=3)).find(".//*") is None


def test_the_steps_say_in_words_where_someone_is(render) -> None:
    source = '{% from "components/steps.html" import steps %}{{ steps(["Wat", "Waar"], 2) }}'
    assert text(render(source).find(".//p")) == "Stap 2 van 2: Waar"


def test_the_way_back_begins_at_home(render) -> None:
    source = (
        '{% from "components/breadcrumbs.html" import breadcrumbs %}'
        '{{ breadcrumbs([("Wijken", "/gebieden")]) }}'
    )
    assert [link.get("href") for link in render(source).iter("a")] == ["/", "/gebieden"]


def test_a_card_is_named_by_its_link(render) -> None:
    source = (
        '{% from "components/card.html" import card, cards %}'
        '{% call cards() %}{{ card("Plein", "/p/1") }}{% endcall %}'
    )
    assert text(render(source).find(".//li//h3/a[@href='/p/1']")) == "Plein"


def test_an_empty_list_says_what_to_do(render) -> None:
    source = (
        '{% from "components/empty_state.html" import empty_state %}'
        '{{ empty_state("Nog niets", "Doe mee.") }}'
    )
    assert text(render(source)) == "Nog niets Doe mee."


def test_a_badge_is_a_word(render) -> None:
    source = '{% from "components/badge.html" import badge %}{{ badge("Nieuw", tone="info") }}'
    assert text(render(source)) == "Nieuw"
