import pytest

FIELD = '{% from "components/form.html" import field %}{{ field(f, hint=hint) }}'
CONTROLS = {"input", "select", "textarea"}
SHOWN = [
    "naam",
    "bijnaam",
    "mail",
    "wachtwoord",
    "getal",
    "tekst",
    "lijst",
    "akkoord",
    "bestand",
    "bestanden",
    "dag",
]
GROUPS = ["soort", "themas"]
NEEDED = ["naam", "mail", "wachtwoord", "getal", "tekst", "lijst", "akkoord", "dag"]


def controls(fragment) -> list:
    return [element for element in fragment.iter() if element.tag in CONTROLS]


def text_of(fragment, id_: str) -> str:
    return "".join(fragment.find(f".//*[@id='{id_}']").itertext())


@pytest.mark.parametrize("name", SHOWN)
def test_every_control_has_a_label_of_its_own(render, form, name) -> None:
    fragment = render(FIELD, f=form[name], hint=None)
    (control,) = controls(fragment)
    assert fragment.find(f".//label[@for='{control.get('id')}']") is not None


@pytest.mark.parametrize("name", GROUPS)
def test_choices_that_belong_together_stand_in_a_fieldset_with_a_legend(
    render, form, name
) -> None:
    fragment = render(FIELD, f=form[name], hint=None)
    assert form[name].label.text in "".join(fragment.find(".//fieldset/legend").itertext())


@pytest.mark.parametrize("name", GROUPS)
def test_every_choice_has_a_label_of_its_own(render, form, name) -> None:
    fragment = render(FIELD, f=form[name], hint=None)
    labelled = {label.get("for") for label in fragment.iter("label")}
    assert {control.get("id") for control in controls(fragment)} == labelled


@pytest.mark.parametrize("name", NEEDED)
def test_an_error_is_tied_to_its_control(render, refused, name) -> None:
    fragment = render(FIELD, f=refused[name], hint=None)
    (control,) = controls(fragment)
    described = [text_of(fragment, id_) for id_ in control.get("aria-describedby").split()]
    assert any("Vul dit in." in text for text in described)


@pytest.mark.parametrize("name", NEEDED)
def test_a_control_with_an_error_says_that_it_is_invalid(render, refused, name) -> None:
    (control,) = controls(render(FIELD, f=refused[name], hint=None))
    assert control.get("aria-invalid") == "true"


@pytest.mark.parametrize("name", GROUPS)
def test_an_error_is_tied_to_its_group(render, refused, name) -> None:
    fragment = render(FIELD, f=refused[name], hint=None)
    assert "Vul dit in." in text_of(fragment, fragment.find(".//fieldset").get("aria-describedby"))


@pytest.mark.parametrize("name", SHOWN)
def test_a_hint_is_tied_to_its_control(render, form, name) -> None:
    fragment = render(FIELD, f=form[name], hint="Een uitleg.")
    (control,) = controls(fragment)
    described = [text_of(fragment, id_) for id_ in control.get("aria-describedby").split()]
    assert "Een uitleg." in described


def test_a_control_without_hint_or_error_describes_nothing(render, form) -> None:
    (control,) = controls(render(FIELD, f=form.naam, hint=None))
    assert control.get("aria-describedby") is None


def test_the_description_of_a_field_is_its_hint(render, form) -> None:
    fragment = render(FIELD, f=form.bijnaam, hint=None)
    assert text_of(fragment, "bijnaam-hint") == "Zo zien anderen u."


def test_a_field_that_may_stay_empty_says_so(render, form) -> None:
    label = render(FIELD, f=form.bijnaam, hint=None).find(".//label")
    assert "(niet verplicht)" in "".join(label.itertext())


def test_a_field_that_must_be_filled_says_nothing_about_it(render, form) -> None:
    label = render(FIELD, f=form.naam, hint=None).find(".//label")
    assert "verplicht" not in "".join(label.itertext())


def test_a_text_with_a_limit_tells_the_limit(render, form) -> None:
    fragment = render(FIELD, f=form.tekst, hint=None)
    assert "2.000" in text_of(fragment, "tekst-count")


def test_a_text_with_a_limit_is_never_cut_off_by_the_browser(render, form) -> None:
    (control,) = controls(render(FIELD, f=form.tekst, hint=None))
    assert control.get("maxlength") is None


def test_a_browser_may_fill_in_the_password(render, form) -> None:
    (control,) = controls(render(FIELD, f=form.wachtwoord, hint=None))
    assert control.get("autocomplete") == "current-password"


def test_a_page_may_give_a_control_its_own_attributes(render, form) -> None:
    source = FIELD.replace("hint=hint", 'autocomplete="new-password", data_module="x", rows=3')
    (control,) = controls(render(source, f=form.wachtwoord))
    assert (control.get("autocomplete"), control.get("data-module")) == ("new-password", "x")


def test_a_hidden_field_shows_no_label(render, form) -> None:
    assert render(FIELD, f=form.geheim, hint=None).find(".//label") is None


SUMMARY = (
    '{% from "components/error_summary.html" import error_summary %}{{ error_summary(form) }}'
)
FORM = (
    '{% from "components/form.html" import field, post_form %}{% call post_form(form) %}'
    "{% for f in form if f.type not in ('HiddenField', 'CSRFTokenField') %}{{ field(f) }}"
    "{% endfor %}{% endcall %}"
)


def test_the_summary_lists_every_field_that_has_an_error(render, refused) -> None:
    assert len(render(SUMMARY, form=refused).findall(".//li/a")) == len(refused.errors)


def test_every_link_of_the_summary_leads_to_a_control(render, refused) -> None:
    fragment = render(FORM, form=refused)
    targets = [link.get("href").removeprefix("#") for link in fragment.iter("a")]
    assert set(targets) <= {control.get("id") for control in controls(fragment)}


def test_a_form_without_errors_has_no_summary(render, form) -> None:
    assert render(SUMMARY, form=form).find(".//*") is None


def test_an_error_of_the_whole_form_stands_in_the_summary(render, refused) -> None:
    refused.form_errors.append("Iemand anders heeft dit net gewijzigd.")
    assert "Iemand anders" in "".join(render(SUMMARY, form=refused).find(".//li").itertext())


def test_a_value_cannot_break_out_of_its_control(render, form) -> None:
    form.naam.data = '"><script>alert(1)</script>'
    assert render(FIELD, f=form.naam, hint=None).find(".//script") is None
